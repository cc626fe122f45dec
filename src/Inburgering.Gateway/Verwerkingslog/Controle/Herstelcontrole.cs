using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Knows when the database was put back: the lines it lost then are walked over, and every run of the verifier says so.</summary>
internal sealed class Herstelcontrole(Bewijzen bewijzen, GeslotenReeksen reeksen, IZegelSleutel sleutel)
{
    private readonly List<(Bewijs Bewijs, Herstel Herstel)> herstellen = [];
    private long nummer;
    private Bevinding? bevinding;

    /// <summary>Those that count, by number; after <see cref="Finish"/>.</summary>
    public IReadOnlyList<Herstel> Goed => [.. herstellen.Where(h => h.Bewijs.InLog).Select(h => h.Herstel)];

    /// <param name="bewaard">In order of number.</param>
    public void Add(BewaardHerstel bewaard)
    {
        if (bewaard.Nummer != nummer + 1)
        {
            Report(nummer + 1, "Het herstel is er niet meer.");
        }

        nummer = bewaard.Nummer;
        if (Fault(bewaard, out var herstel) is { } uitleg)
        {
            Report(nummer, uitleg);
            return;
        }

        var bewijs = bewijzen.Expect(Logregel.Huis, Herstel.BerichtId(bewaard.Hash), Soort.HerstelOngeldig, nummer);
        herstellen.Add((bewijs, herstel!));
        reeksen.Add(bewijs, herstel!.Reeksen);
    }

    /// <summary>After the last line, and after the afsluitingen: the line that vouches may stand in one of those.</summary>
    public Bevinding? Finish()
    {
        foreach (var (bewijs, _) in herstellen.Where(h => !h.Bewijs.InLog))
        {
            Report(bewijs.Nummer, "Geen regel van het log noemt dit herstel.");
        }

        return bevinding;
    }

    private string? Fault(BewaardHerstel bewaard, out Herstel? herstel)
    {
        herstel = HerstelForm.Read(bewaard.Inhoud);
        if (herstel is null)
        {
            return "De inhoud heeft niet de vorm van een herstel.";
        }

        if (herstel.Nummer != bewaard.Nummer || !bewaard.Hash.AsSpan().SequenceEqual(Wislijn.HashOf(bewaard.Inhoud)))
        {
            return "De kolommen zeggen iets anders dan de inhoud.";
        }

        return sleutel.Verify(bewaard.Kid, bewaard.Hash, bewaard.Handtekening) ? null : "De handtekening hoort niet bij de inhoud.";
    }

    /// <summary>Keeps the first.</summary>
    private void Report(long plaats, string uitleg)
    {
        if (bevinding is null || plaats < bevinding.Plaats)
        {
            bevinding = new Bevinding(Soort.HerstelOngeldig, null, plaats, uitleg);
        }
    }
}
