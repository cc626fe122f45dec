using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What a computation asks of the orders of that month. Pure.</summary>
internal sealed record Betaalplan
{
    /// <summary>Orders to be made.</summary>
    public required IReadOnlyList<NieuweBetaling> Nieuw { get; init; }

    /// <summary>Orders that are there and pay something else now.</summary>
    public required IReadOnlyList<(Betaling Oud, NieuweBetaling Nieuw)> Anders { get; init; }

    /// <summary>Orders that this month has no more.</summary>
    public required IReadOnlyList<Betaling> Vervalt { get; init; }

    public bool IsLeeg => Nieuw.Count == 0 && Anders.Count == 0 && Vervalt.Count == 0;

    /// <param name="wil">What the computation pays; empty when a person has to decide first.</param>
    /// <param name="maand">Orders of that month, also those that came to nothing.</param>
    /// <param name="verplichting">Keyed hash of what may be paid once.</param>
    /// <returns>Null: something of this month is with the bank, or came back, and another outcome is for a person (BT-09, payments 8 case K).</returns>
    public static Betaalplan? Van(IReadOnlyList<NieuweBetaling> wil, IReadOnlyList<Betaling> maand, Func<NieuweBetaling, byte[]> verplichting)
    {
        var leeft = maand.Where(b => b.Stand != Opdrachtstand.Geannuleerd).ToArray();
        var paren = wil.Select(nieuw => (Nieuw: nieuw, Hash: verplichting(nieuw))).Select(w => (w.Nieuw, Oud: leeft.LastOrDefault(b => b.Verplichting.AsSpan().SequenceEqual(w.Hash)))).ToArray();
        var plan = new Betaalplan
        {
            Nieuw = [.. paren.Where(p => p.Oud is null).Select(p => p.Nieuw)],
            Anders = [.. paren.Where(p => p.Oud is { } oud && !IsGelijk(oud, p.Nieuw)).Select(p => (p.Oud!, p.Nieuw))],
            Vervalt = [.. leeft.Where(b => b.Stand is Opdrachtstand.Gepland or Opdrachtstand.Vrijgegeven && !paren.Any(p => p.Oud == b) && !IsNieuwePoging(b, maand))],
        };
        var weg = leeft.Any(b => b.Stand is not (Opdrachtstand.Gepland or Opdrachtstand.Vrijgegeven));
        return weg && !plan.IsLeeg ? null : plan;
    }

    /// <summary>It takes the place of one that the bank refused or gave back: a person asked for it.</summary>
    private static bool IsNieuwePoging(Betaling betaling, IReadOnlyList<Betaling> maand) =>
        maand.Any(eerder => eerder.OpdrachtId == betaling.Vorige && eerder.Stand is (Opdrachtstand.Afgewezen or Opdrachtstand.Teruggeboekt));

    /// <summary>What a month pays, as orders.</summary>
    /// <param name="dag">For what has no due day of its own.</param>
    /// <param name="vandaag">Nothing is executed before it.</param>
    public static NieuweBetaling Order(Guid besluit, DateOnly maand, Maandbetaling betaling, DateOnly dag, DateOnly vandaag)
    {
        var wanneer = betaling.Vervalt is { } vervalt ? Bankdagen.Uiterlijk(vervalt) : dag;
        return new NieuweBetaling(
            besluit, maand, betaling.Soort, wanneer < vandaag ? Bankdagen.Eerstvolgende(vandaag) : wanneer,
            new Betaalinhoud(betaling.Bedrag.Centen, betaling.Rekening.Naam.Origineel, betaling.Rekening.Iban.Reveal())
            {
                Kenmerk = betaling.Omschrijving is Omschrijving.Kenmerk(var kenmerk) ? kenmerk.Reveal() : null,
                Omschrijving = betaling.Omschrijving is Omschrijving.Kenmerk ? null : Tekst(betaling, maand),
            });
    }

    /// <remarks>Leefgeld: payments 2.15. Who reads the file learns the month and nothing of why.</remarks>
    private static string Tekst(Maandbetaling betaling, DateOnly maand)
    {
        if (betaling.Omschrijving is Omschrijving.Vrij(var tekst))
        {
            return tekst.Origineel;
        }

        var woord = betaling.Soort == "LEEF" ? "Uitkering" : "Betaling";
        return string.Create(Tijdwoorden.Nederlands, $"{woord} {maand:MMMM yyyy}");
    }

    /// <summary>The day is the plan's to keep: it alone makes no other order.</summary>
    private static bool IsGelijk(Betaling oud, NieuweBetaling nieuw) => oud.Wat.Inhoud == nieuw.Inhoud && oud.Wat.Besluit == nieuw.Besluit;
}
