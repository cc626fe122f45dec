using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>pain.002: what is said of an order decides; of what is not named, what is said of the batch, else of the file; of the rest nothing is known (payments 5).</summary>
internal sealed class Statusafletting
{
    private readonly Werkboek werk;
    private readonly BekendeBatch batch;
    private readonly Bankstatus? groep;
    private readonly ILookup<string, Opdrachtstatus> details;
    private readonly bool isAlGezien;

    private Statusafletting(Werkboek werk, BekendeBatch batch, Bankbericht.Status bericht)
    {
        (this.werk, this.batch) = (werk, batch);
        var deel = bericht.Batches.SingleOrDefault();
        details = (deel?.Opdrachten ?? []).ToLookup(detail => detail.Kenmerk ?? string.Empty);
        groep = deel?.Batch ?? bericht.Bestand;
        isAlGezien = bericht.Bestand?.Oordeel == Bankoordeel.AlGezien || groep?.Oordeel == Bankoordeel.AlGezien
            || (groep?.Oordeel == Bankoordeel.Afgewezen && deel?.Opdrachten.Any(detail => detail.Status?.Oordeel == Bankoordeel.AlGezien) == true);
    }

    public static void Verwerk(Werkboek werk, Bankbericht.Status bericht)
    {
        if (werk.Boek.Bericht(bericht.OverBericht) is not { } batch)
        {
            werk.Meld(new Signaal(Signaalcode.NietTeMatchen, Signaalernst.Taak));
            return;
        }

        if (!batch.IsWeg)
        {
            werk.Meld(new Signaal(Signaalcode.TegenstrijdigBericht, Signaalernst.Hoogste) { Batch = batch.BerichtId });
        }
        else if (!Klopt(werk, batch, bericht))
        {
            werk.Meld(new Signaal(Signaalcode.TegenstrijdigBericht, Signaalernst.Alarm) { Batch = batch.BerichtId });
        }
        else
        {
            new Statusafletting(werk, batch, bericht).Verwerk();
        }
    }

    /// <summary>Whether it is about our file: one part, ours, with our number and our sum when these are said.</summary>
    private static bool Klopt(Werkboek werk, BekendeBatch batch, Bankbericht.Status bericht) =>
        bericht.Batches.Count <= 1 && bericht.Batches.All(deel => deel.BatchId == batch.BatchId.ToString())
        && (bericht.Aantal is null || bericht.Aantal == batch.Opdrachten.Count)
        && (bericht.Totaal is null || bericht.Totaal == Bedrag.Som(batch.Opdrachten.Select(kenmerk => werk.Opdracht(kenmerk).Bedrag)));

    private void Verwerk()
    {
        if (isAlGezien)
        {
            // It was seen before, so what else the message refuses may have been paid the first time (payments 5).
            werk.Beweeg(batch, Batchgebeurtenis.Onzeker);
            werk.Meld(new Signaal(Signaalcode.BankKentDitIdAl, Signaalernst.Alarm) { Batch = batch.BerichtId });
            return;
        }

        var eigen = batch.Opdrachten.Select(kenmerk => kenmerk.ToString()).ToHashSet(StringComparer.Ordinal);
        if (details.Any(detail => !eigen.Contains(detail.Key)))
        {
            werk.Meld(new Signaal(Signaalcode.NietTeMatchen, Signaalernst.Taak) { Batch = batch.BerichtId });
        }

        Groep();
        foreach (var kenmerk in batch.Opdrachten)
        {
            Opdracht(werk.Opdracht(kenmerk));
        }

        if (Gebeurtenis() is { } gebeurtenis)
        {
            werk.Beweeg(batch, gebeurtenis);
        }
    }

    private void Groep()
    {
        if (groep is { Oordeel: Bankoordeel.Afgewezen })
        {
            Redengevolg.Doe(werk, batch, groep.Redenen);
        }
        else if (groep is { Oordeel: Bankoordeel.Naamcontrole })
        {
            werk.Meld(new Signaal(Signaalcode.BesluitBijBankNodig, Signaalernst.Taak) { Batch = batch.BerichtId });
        }
        else if (groep is { Oordeel: Bankoordeel.Onbekend })
        {
            werk.Meld(new Signaal(Signaalcode.OnbekendeStatus, Signaalernst.Taak) { Batch = batch.BerichtId });
        }
    }

    private void Opdracht(BekendeOpdracht opdracht)
    {
        var gezegd = details[opdracht.Kenmerk.ToString()].ToArray();
        if (gezegd.Length > 1 || gezegd is [{ Bedrag: { } bedrag }] && bedrag != opdracht.Bedrag)
        {
            Tegenstrijdig(opdracht.Kenmerk);
        }
        else if (gezegd is [{ Status: { } status }])
        {
            Genoemd(opdracht, status);
        }
        else if (groep is { Oordeel: Bankoordeel.Geaccepteerd })
        {
            Accepteer(opdracht, null);
        }
        else if (groep is { Oordeel: Bankoordeel.Afgewezen })
        {
            WijsAf(opdracht, null);
        }
    }

    private void Genoemd(BekendeOpdracht opdracht, Bankstatus status)
    {
        switch (status.Oordeel)
        {
            case Bankoordeel.Geaccepteerd:
                Accepteer(opdracht, opdracht.Kenmerk);
                break;
            case Bankoordeel.Afgewezen:
                Redengevolg.Doe(werk, opdracht, status.Redenen);
                if (WijsAf(opdracht, opdracht.Kenmerk))
                {
                    Redengevolg.Meld(werk, Signaalcode.Geweigerd, opdracht, status.Redenen);
                }

                break;
            case Bankoordeel.AlGezien:
                Meld(Signaalcode.BankKentDitIdAl, Signaalernst.Alarm, opdracht.Kenmerk);
                break;
            case Bankoordeel.Naamcontrole when opdracht.Stand is Opdrachtstand.Aangeboden or Opdrachtstand.Geaccepteerd:
                Meld(Signaalcode.BesluitBijBankNodig, Signaalernst.Taak, opdracht.Kenmerk);
                break;
            case Bankoordeel.Onbekend:
                Meld(Signaalcode.OnbekendeStatus, Signaalernst.Taak, opdracht.Kenmerk);
                break;
            case Bankoordeel.Naamcontrole or Bankoordeel.Ontvangen or Bankoordeel.Gedeeltelijk:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>An acceptance that comes after the booking is late, not false.</summary>
    /// <param name="genoemd">Null: it is said of all, and one signal of the batch is enough.</param>
    private void Accepteer(BekendeOpdracht opdracht, Betaalid? genoemd)
    {
        if (!werk.Beweeg(opdracht.Kenmerk, Opdrachtgebeurtenis.Geaccepteerd)
            && opdracht.Stand is not (Opdrachtstand.Geaccepteerd or Opdrachtstand.Uitgevoerd or Opdrachtstand.Teruggeboekt))
        {
            Tegenstrijdig(genoemd);
        }
    }

    /// <returns>Whether it moved.</returns>
    private bool WijsAf(BekendeOpdracht opdracht, Betaalid? genoemd)
    {
        if (opdracht.Afschrijvingen == 0 && werk.Beweeg(opdracht.Kenmerk, Opdrachtgebeurtenis.Afgewezen))
        {
            return true;
        }

        if (opdracht.Stand != Opdrachtstand.Afgewezen)
        {
            Tegenstrijdig(genoemd);
        }

        return false;
    }

    /// <summary>A bank that refuses one order has taken the rest; of a code that we do not know nothing follows.</summary>
    private Batchgebeurtenis? Gebeurtenis()
    {
        var gezegd = details.Where(detail => werk.Boek.Opdracht(detail.Key)?.Batch == batch.BerichtId).SelectMany(detail => detail).Select(detail => detail.Status?.Oordeel).ToHashSet();
        gezegd.Add(groep?.Oordeel);
        if (gezegd.Overlaps([Bankoordeel.Geaccepteerd, Bankoordeel.Ontvangen, Bankoordeel.Gedeeltelijk, Bankoordeel.Naamcontrole]))
        {
            return Batchgebeurtenis.Bevestigd;
        }

        if (groep?.Oordeel == Bankoordeel.Afgewezen)
        {
            return Batchgebeurtenis.Geweigerd;
        }

        return gezegd.Contains(Bankoordeel.Afgewezen) ? Batchgebeurtenis.Bevestigd : Gezien(gezegd);
    }

    private static Batchgebeurtenis? Gezien(HashSet<Bankoordeel?> gezegd) => gezegd.Contains(Bankoordeel.AlGezien) ? Batchgebeurtenis.Onzeker : null;

    private void Tegenstrijdig(Betaalid? kenmerk) => Meld(Signaalcode.TegenstrijdigBericht, Signaalernst.Alarm, kenmerk);

    private void Meld(Signaalcode code, Signaalernst ernst, Betaalid? kenmerk) => werk.Meld(new Signaal(code, ernst) { Kenmerk = kenmerk, Batch = batch.BerichtId });
}
