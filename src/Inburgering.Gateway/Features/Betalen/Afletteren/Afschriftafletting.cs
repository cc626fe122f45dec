using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>camt.053: every booked entry is booked on its order, or held with a signal; none is guessed and none is lost (payments 7). What comes in and is no return of ours is not ours to explain.</summary>
internal sealed class Afschriftafletting
{
    private readonly Werkboek werk;

    /// <summary>Entries without an id, looked into when all that is certain is booked.</summary>
    private readonly List<Bankgevolg.Aangehouden> naamloos = [];

    private Afschriftafletting(Werkboek werk) => this.werk = werk;

    public static void Verwerk(Werkboek werk, IReadOnlyList<Afschrift> afschriften)
    {
        var deze = new Afschriftafletting(werk);
        foreach (var afschrift in afschriften)
        {
            foreach (var post in afschrift.Posten.Where(post => post.Stand == Poststand.Geboekt))
            {
                var sleutel = Postsleutel.Van(afschrift, post);
                if (werk.Neem(sleutel))
                {
                    deze.Post(sleutel, post);
                }
            }
        }

        deze.Naamloos();
    }

    private void Post(Postsleutel sleutel, Bankpost post)
    {
        var heel = new Bankgevolg.Aangehouden(new Boeksleutel(sleutel, 0), post.Bedrag, Aantal: post.Batch?.Aantal);
        if (!IsVanOns(post))
        {
            return;
        }

        if (post.IsHerstel)
        {
            werk.Houd(heel, new Signaal(Signaalcode.Herstelboeking, Signaalernst.Alarm) { Kandidaten = [.. Genoemd(post)] });
        }
        else if (post.Details.Count == 0)
        {
            Ongedetailleerd(heel, post.Batch);
        }
        else if (!post.DetailsTellenOp)
        {
            werk.Houd(heel, new Signaal(Signaalcode.VerzamelboekingKloptNiet, Signaalernst.Alarm) { Kandidaten = [.. Genoemd(post)] });
        }
        else
        {
            foreach (var detail in post.Details)
            {
                Detail(new Bankgevolg.Aangehouden(new Boeksleutel(sleutel, detail.Plaats), detail.Bedrag!.Value), detail);
            }
        }
    }

    /// <summary>All that leaves; of what comes in, what the bank undoes or gives back, or calls by a name of ours.</summary>
    private bool IsVanOns(Bankpost post) =>
        post.Bedrag.Centen < 0 || post.IsHerstel
        || post.Details.Any(detail => detail.Retour is not null || werk.Boek.Opdracht(detail.Kenmerk) is not null)
        || werk.Boek.Bericht(post.Batch?.BerichtId) is not null || werk.Boek.Batch(post.Batch?.BatchId) is not null;

    private IEnumerable<Betaalid> Genoemd(Bankpost post) =>
        post.Details.Select(detail => werk.Boek.Opdracht(detail.Kenmerk)?.Kenmerk).OfType<Betaalid>().Take(Match.MeesteKandidaten);

    private void Ongedetailleerd(Bankgevolg.Aangehouden post, Bankbatch? batch)
    {
        if (batch is { BerichtId: not null } or { BatchId: not null })
        {
            Verzamelpost.Verwerk(werk, batch, post);
        }
        else
        {
            naamloos.Add(post);
        }
    }

    private void Detail(Bankgevolg.Aangehouden post, Postdetail detail)
    {
        var opdracht = werk.Boek.Opdracht(detail.Kenmerk) is { } bekend ? werk.Opdracht(bekend.Kenmerk) : null;
        if (post.Bedrag.Centen < 0)
        {
            Af(post, detail, opdracht);
        }
        else if (detail.Retour is { } reden)
        {
            Terug(post, detail, opdracht, reden);
        }
        else if (opdracht is not null)
        {
            NietTeMatchen(post, opdracht);
        }
    }

    private void Af(Bankgevolg.Aangehouden post, Postdetail detail, BekendeOpdracht? opdracht)
    {
        if (detail.Kenmerk is null)
        {
            naamloos.Add(post);
        }
        else if (opdracht is not null && Match.Betaalt(werk, opdracht, post.Sleutel.Post.Rekening, detail))
        {
            Boeking.Af(werk, post.Sleutel, opdracht);
        }
        else
        {
            werk.Houd(post, new Signaal(Signaalcode.AfschrijvingZonderOpdracht, Signaalernst.Hoogste) { Kandidaten = opdracht is null ? [] : [opdracht.Kenmerk] });
        }
    }

    private void Terug(Bankgevolg.Aangehouden post, Postdetail detail, BekendeOpdracht? opdracht, Bankreden reden)
    {
        if (detail.Kenmerk is null)
        {
            naamloos.Add(post);
        }
        else if (opdracht is null || !Match.IsVan(werk, opdracht, post.Sleutel.Post.Rekening) || opdracht.Retouren >= Math.Max(1, opdracht.Afschrijvingen))
        {
            NietTeMatchen(post, opdracht);
        }
        else if (post.Bedrag != opdracht.Bedrag)
        {
            werk.Houd(post, new Signaal(Signaalcode.RetourMetAnderBedrag, Signaalernst.Taak) { Kenmerk = opdracht.Kenmerk, Batch = opdracht.Batch, Reden = reden.Soort });
        }
        else
        {
            Boeking.Terug(werk, post.Sleutel, opdracht, reden);
        }
    }

    private void NietTeMatchen(Bankgevolg.Aangehouden post, BekendeOpdracht? opdracht) =>
        werk.Houd(post, new Signaal(Signaalcode.NietTeMatchen, Signaalernst.Taak) { Kandidaten = opdracht is null ? [] : [opdracht.Kenmerk] });

    /// <summary>A debit that no waiting order could explain is one without an order.</summary>
    private void Naamloos()
    {
        if (naamloos.Count == 0)
        {
            return;
        }

        var kandidaten = Match.Kandidaten(werk);
        foreach (var post in naamloos)
        {
            Betaalid[] deze = [.. kandidaten[(post.Sleutel.Post.Rekening, post.Bedrag)].Take(Match.MeesteKandidaten)];
            werk.Houd(
                post,
                post.Bedrag.Centen < 0 && deze.Length == 0
                    ? new Signaal(Signaalcode.AfschrijvingZonderOpdracht, Signaalernst.Hoogste)
                    : new Signaal(Signaalcode.NietTeMatchen, Signaalernst.Taak) { Kandidaten = deze });
        }
    }
}
