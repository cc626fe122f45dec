using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>What came of a report so far: what an entry did counts for the next one.</summary>
internal sealed class Werkboek(Boekhouding boek)
{
    private readonly Dictionary<Betaalid, BekendeOpdracht> opdrachten = [];
    private readonly Dictionary<Betaalid, BekendeBatch> batches = [];
    private readonly HashSet<Postsleutel> posten = [];
    private readonly HashSet<Bankgevolg> eerder = [];
    private readonly List<Bankgevolg> gevolgen = [];

    public Boekhouding Boek => boek;

    public IReadOnlyList<Bankgevolg> Gevolgen => gevolgen;

    /// <summary>Batches of which something moved or was booked.</summary>
    public IReadOnlyCollection<Betaalid> Geraakt => batches.Keys;

    /// <summary>As it stands now.</summary>
    public BekendeOpdracht Opdracht(Betaalid kenmerk) => opdrachten.GetValueOrDefault(kenmerk) ?? boek.Opdracht(kenmerk);

    /// <summary>As it stands now.</summary>
    public BekendeBatch Batch(Betaalid berichtId) => batches.GetValueOrDefault(berichtId) ?? boek.Bericht(berichtId);

    /// <summary>False: this entry was taken before, here or in an earlier report.</summary>
    public bool Neem(Postsleutel post) => !boek.IsVerwerkt(post) && posten.Add(post);

    /// <summary>False: this may not happen from where it stands, so nothing moved.</summary>
    public bool Beweeg(Betaalid kenmerk, Opdrachtgebeurtenis gebeurtenis)
    {
        var opdracht = Opdracht(kenmerk);
        if (Opdrachtverloop.Na(opdracht.Stand, gebeurtenis) is not { } naar)
        {
            return false;
        }

        Zet(opdracht with { Stand = naar });
        gevolgen.Add(new Bankgevolg.OpdrachtBeweegt(kenmerk, gebeurtenis));
        return true;
    }

    /// <summary>Nothing when it may not happen from where it stands: what comes later or says less takes nothing back.</summary>
    public void Beweeg(BekendeBatch batch, Batchgebeurtenis gebeurtenis)
    {
        var nu = Batch(batch.BerichtId);
        if (Batchverloop.Na(nu.Stand, gebeurtenis) is { } naar)
        {
            batches[nu.BerichtId] = nu with { Stand = naar };
            gevolgen.Add(new Bankgevolg.BatchBeweegt(nu.BerichtId, gebeurtenis));
        }
    }

    /// <returns>As it stands with this booking.</returns>
    public BekendeOpdracht Boekt(Boeksleutel sleutel, Betaalid kenmerk, Bedrag bedrag)
    {
        var opdracht = Opdracht(kenmerk);
        gevolgen.Add(new Bankgevolg.Geboekt(sleutel, kenmerk, bedrag));
        return Zet(bedrag.Centen < 0 ? opdracht with { Afschrijvingen = opdracht.Afschrijvingen + 1 } : opdracht with { Retouren = opdracht.Retouren + 1 });
    }

    public void Houd(Bankgevolg.Aangehouden post, Signaal signaal)
    {
        gevolgen.Add(post);
        Meld(signaal with { Post = post.Sleutel });
    }

    public void ValtVrij(Bankgevolg.Aangehouden post) => gevolgen.Add(new Bankgevolg.Vrijgevallen(post.Sleutel));

    public void Meld(Signaal signaal) => Eens(new Bankgevolg.Gesignaleerd(signaal));

    /// <summary>Once per report, however often it says so.</summary>
    public void Eens(Bankgevolg gevolg)
    {
        if (eerder.Add(gevolg))
        {
            gevolgen.Add(gevolg);
        }
    }

    private BekendeOpdracht Zet(BekendeOpdracht opdracht)
    {
        opdrachten[opdracht.Kenmerk] = opdracht;
        if (opdracht.Batch is { } batch)
        {
            batches.TryAdd(batch, boek.Bericht(batch));
        }

        return opdracht;
    }
}
