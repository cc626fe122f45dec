using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>One entry for a whole batch, without details: it pays what it is the exact sum of, or nothing (payments 7.4).</summary>
internal static class Verzamelpost
{
    public static void Verwerk(Werkboek werk, Bankbatch genoemd, Bankgevolg.Aangehouden post)
    {
        var batch = Batch(werk, genoemd);
        if (batch is null || batch.Rekening != post.Sleutel.Post.Rekening || batch.Stand == Batchstand.Open)
        {
            werk.Houd(post, new Signaal(Signaalcode.AfschrijvingZonderOpdracht, Signaalernst.Hoogste) { Batch = batch?.BerichtId });
        }
        else if (Gedekt(werk, batch, post) is { } opdrachten)
        {
            Boekt(werk, post.Sleutel.Post, opdrachten);
        }
        else
        {
            werk.Houd(post with { Batch = batch.BerichtId }, new Signaal(Signaalcode.VerzamelboekingKloptNiet, Signaalernst.Alarm) { Batch = batch.BerichtId });
        }
    }

    /// <summary>A refusal that came after the entry may explain it.</summary>
    public static void Herkans(Werkboek werk, BekendeBatch batch)
    {
        foreach (var post in batch.Aangehouden)
        {
            if (Gedekt(werk, batch, post) is { } opdrachten)
            {
                werk.ValtVrij(post);
                Boekt(werk, post.Sleutel.Post, opdrachten);
            }
        }
    }

    /// <summary>Both names have to be of one batch when both are given.</summary>
    private static BekendeBatch? Batch(Werkboek werk, Bankbatch genoemd)
    {
        var (bericht, batch) = (werk.Boek.Bericht(genoemd.BerichtId), werk.Boek.Batch(genoemd.BatchId));
        if (genoemd.BerichtId is null || genoemd.BatchId is null)
        {
            return bericht ?? batch;
        }

        return bericht == batch ? batch : null;
    }

    /// <summary>What it is the sum of: the batch without what was refused or withdrawn, or else the whole of it, for a booking is proof against a refusal too (payments 1.5). Null: neither.</summary>
    private static BekendeOpdracht[]? Gedekt(Werkboek werk, BekendeBatch batch, Bankgevolg.Aangehouden post)
    {
        BekendeOpdracht[] alle = [.. batch.Opdrachten.Select(werk.Opdracht)];
        BekendeOpdracht[] open = [.. alle.Where(opdracht => opdracht.Stand is not (Opdrachtstand.Afgewezen or Opdrachtstand.Geannuleerd))];
        return new[] { open, alle }.FirstOrDefault(deel =>
            deel.Length > 0 && default(Bedrag) - Bedrag.Som(deel.Select(opdracht => opdracht.Bedrag)) == post.Bedrag && (post.Aantal is null || post.Aantal == deel.Length));
    }

    private static void Boekt(Werkboek werk, Postsleutel post, BekendeOpdracht[] opdrachten)
    {
        foreach (var (opdracht, nummer) in opdrachten.Select((opdracht, i) => (opdracht, i + 1)))
        {
            Boeking.Af(werk, new Boeksleutel(post, nummer), opdracht);
        }
    }
}
