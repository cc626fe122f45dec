using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>What a reason asks besides the move: the table of payments 7.</summary>
internal static class Redengevolg
{
    /// <summary>Of one order. What is blocked or stopped stays so until a person looked: it is the same whether or not the order itself could move.</summary>
    public static void Doe(Werkboek werk, BekendeOpdracht opdracht, IReadOnlyList<Bankreden> redenen)
    {
        foreach (var reden in redenen)
        {
            switch (reden.Soort)
            {
                case Redensoort.RekeningOnjuist or Redensoort.RekeningGesloten:
                    werk.Eens(new Bankgevolg.RekeningGeblokkeerd(opdracht.Kenmerk, reden.Code ?? string.Empty));
                    break;
                case Redensoort.Overleden:
                    werk.Eens(new Bankgevolg.DossierStopt(opdracht.Kenmerk));
                    break;
                case Redensoort.Bestandsfout when opdracht.Batch is { } batch:
                    werk.Eens(new Bankgevolg.ProfielStopt(batch));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Of a whole file. An account or a person that it names is not that of each order, so nothing is blocked for it.</summary>
    public static void Doe(Werkboek werk, BekendeBatch batch, IReadOnlyList<Bankreden> redenen)
    {
        if (redenen.Any(reden => reden.Soort == Redensoort.Bestandsfout))
        {
            werk.Eens(new Bankgevolg.ProfielStopt(batch.BerichtId));
        }

        foreach (var soort in Soorten(redenen))
        {
            werk.Meld(new Signaal(Signaalcode.Geweigerd, soort == Redensoort.Bestandsfout ? Signaalernst.Alarm : Signaalernst.Taak) { Batch = batch.BerichtId, Reden = soort });
        }
    }

    /// <summary>A task per reason; urgent when the person is left without money.</summary>
    public static void Meld(Werkboek werk, Signaalcode code, BekendeOpdracht opdracht, IReadOnlyList<Bankreden> redenen)
    {
        foreach (var soort in Soorten(redenen))
        {
            var ernst = soort == Redensoort.RekeningGesloten && opdracht.IsLeefgeld ? Signaalernst.Spoed : Signaalernst.Taak;
            werk.Meld(new Signaal(code, ernst) { Kenmerk = opdracht.Kenmerk, Batch = opdracht.Batch, Reden = soort });
        }
    }

    private static IEnumerable<Redensoort> Soorten(IReadOnlyList<Bankreden> redenen) => redenen.Select(reden => reden.Soort).DefaultIfEmpty().Distinct();
}
