using System.Globalization;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Rechten;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Reads a decision and names every fault at once; the codes are those of payments 9.</summary>
internal static class Besluittoets
{
    private const int MeesteKosten = 20, MeesteRekeningen = 4;

    private static readonly string[] Grondslagen = ["artikel-57", "verzoek"];

    /// <param name="ondergrens">The gemeente's own, for a decision that names none.</param>
    /// <param name="vandaag">Dutch day, by the business clock.</param>
    /// <returns>Null: see the faults.</returns>
    public static (Ontzorgbesluit? Besluit, IReadOnlyList<InvoerFout> Fouten) Lees(OntzorgbesluitInvoer invoer, Bedrag ondergrens, DateOnly vandaag)
    {
        var fouten = new List<InvoerFout>();
        fouten.AddRange(Zaaknummer.Fouten(invoer.Besluitnummer, "/besluitnummer", "besluitnummer"));
        Machtiging(invoer, vandaag, fouten);
        var einde = Einde(invoer, fouten);
        if (invoer.Afwijking is not null)
        {
            fouten.AddRange(Redentoets.Fouten(invoer.Afwijking, "afwijkt").Select(fout => fout with { Pointer = "/afwijking" }));
        }

        if (invoer.OndergrensCenten is < 0)
        {
            fouten.Add(new InvoerFout("De ondergrens is nul of meer.", Pointer: "/ondergrensCenten"));
        }

        Aantal(invoer.Kosten.Count, MeesteKosten, "/kosten", "vaste lasten", fouten);
        Aantal(invoer.Leefgeld.Count, MeesteRekeningen, "/leefgeld", "rekeningen voor het leefgeld", fouten);
        var kosten = invoer.Kosten.Take(MeesteKosten).Select((post, nummer) => Post(post, Op("/kosten", nummer), fouten)).ToArray();
        var leefgeld = invoer.Leefgeld.Take(MeesteRekeningen).Select((rekening, nummer) => Rekening(rekening, Op("/leefgeld", nummer), fouten)).ToArray();
        var beslag = invoer.Beslaglegger is { } wie ? Rekening(wie, "/beslaglegger", fouten) : null;
        var besluit = new Ontzorgbesluit
        {
            Begindatum = invoer.Begindatum,
            Einddatum = einde,
            Kosten = [.. kosten.OfType<Kostenpost>()],
            Leefgeld = [.. leefgeld.OfType<Rekening>()],
            Beslaglegger = beslag,
            Ondergrens = invoer.OndergrensCenten is { } centen ? new Bedrag(centen) : ondergrens,
        };
        return (fouten.Count > 0 ? null : besluit, fouten);
    }

    private static void Machtiging(OntzorgbesluitInvoer invoer, DateOnly vandaag, List<InvoerFout> fouten)
    {
        if (invoer.MachtigingOp is not { } op)
        {
            fouten.Add(new InvoerFout("OZ-01: Er is geen machtiging vastgelegd.", Pointer: "/machtigingOp"));
        }
        else if (op > vandaag)
        {
            fouten.Add(new InvoerFout("De machtiging ligt in de toekomst.", Pointer: "/machtigingOp"));
        }
    }

    /// <summary>Six months, or less; more only on another basis, and then the decision says how long (payments 8).</summary>
    private static DateOnly Einde(OntzorgbesluitInvoer invoer, List<InvoerFout> fouten)
    {
        var zes = Ontzorgbesluit.Laatste(invoer.Begindatum);
        var einde = invoer.Einddatum ?? zes;
        if (invoer.Verlenging is { } grondslag && !Grondslagen.Contains(grondslag))
        {
            fouten.Add(new InvoerFout("Kies artikel-57 of verzoek.", Pointer: "/verlenging"));
        }

        if (invoer.Verlenging is not null && invoer.Einddatum is null)
        {
            fouten.Add(new InvoerFout("OZ-02: Er is geen besluit met begin- en einddatum.", Pointer: "/einddatum"));
        }
        else if (einde < invoer.Begindatum)
        {
            fouten.Add(new InvoerFout("De einddatum ligt voor de begindatum.", Pointer: "/einddatum"));
        }
        else if (einde > zes && invoer.Verlenging is null)
        {
            fouten.Add(new InvoerFout($"OZ-06: Zes maanden lopen tot en met {zes:d-M-yyyy}; verlengen kan alleen met een nieuw besluit.", Pointer: "/einddatum"));
        }

        return einde;
    }

    private static void Aantal(int aantal, int meest, string pointer, string wat, List<InvoerFout> fouten)
    {
        if (aantal < 1 || aantal > meest)
        {
            fouten.Add(new InvoerFout($"Noem 1 tot {meest} {wat}.", Pointer: pointer));
        }
    }

    private static Kostenpost? Post(KostenInvoer invoer, string op, List<InvoerFout> fouten)
    {
        var voor = fouten.Count;
        if (!Enum.TryParse<Kostensoort>(invoer.Soort, ignoreCase: true, out var soort) || int.TryParse(invoer.Soort, CultureInfo.InvariantCulture, out _))
        {
            fouten.Add(new InvoerFout("Kies huur, energie, water of zorg.", Pointer: $"{op}/soort"));
        }

        if (!new Bedrag(invoer.BedragCenten).IsBetaalbaar)
        {
            fouten.Add(new InvoerFout("BT-04: Het bedrag moet tussen € 0,01 en € 999.999.999,99 liggen, met twee decimalen.", Pointer: $"{op}/bedragCenten"));
        }

        if (invoer.Vervaldag is < 1 or > 31)
        {
            fouten.Add(new InvoerFout("Kies een dag van 1 tot 31.", Pointer: $"{op}/vervaldag"));
        }

        if (invoer.TotEnMet < invoer.Vanaf)
        {
            fouten.Add(new InvoerFout("De laatste dag ligt voor de eerste.", Pointer: $"{op}/totEnMet"));
        }

        var crediteur = Rekening(invoer.Crediteur, $"{op}/crediteur", fouten);
        var omschrijving = Tekst(invoer, op, fouten);
        return fouten.Count > voor
            ? null
            : new Kostenpost
            {
                Soort = soort,
                Crediteur = crediteur!,
                Omschrijving = omschrijving!,
                Bedrag = new Bedrag(invoer.BedragCenten),
                Vanaf = invoer.Vanaf,
                TotEnMet = invoer.TotEnMet,
                Vervaldag = invoer.Vervaldag,
                OokBuitenPeriode = invoer.OokBuitenPeriode,
            };
    }

    private static Omschrijving? Tekst(KostenInvoer invoer, string op, List<InvoerFout> fouten)
    {
        if (invoer.Kenmerk is null == invoer.Omschrijving is null)
        {
            fouten.Add(new InvoerFout("Geef een kenmerk of een omschrijving, niet allebei.", Pointer: op));
            return null;
        }

        if (invoer.Kenmerk is { } kenmerk)
        {
            if (Crediteurreferentie.TryParse(kenmerk, out var referentie))
            {
                return new Omschrijving.Kenmerk(referentie);
            }

            fouten.Add(new InvoerFout("BT-03: Het betalingskenmerk klopt niet (controlecijfer of lengte).", Pointer: $"{op}/kenmerk"));
            return null;
        }

        var tekst = Banktekst.Omschrijving(invoer.Omschrijving!);
        fouten.AddRange(Fouten(tekst, $"{op}/omschrijving"));
        if (LogregelCheck.HoldsBsn(tekst.Tekst))
        {
            fouten.Add(new InvoerFout("In een omschrijving voor de bank staat geen nummer van een persoon.", Pointer: $"{op}/omschrijving"));
        }

        return new Omschrijving.Vrij(tekst);
    }

    private static Rekening? Rekening(RekeningInvoer invoer, string op, List<InvoerFout> fouten)
    {
        var naam = Banktekst.Naam(invoer.Naam);
        fouten.AddRange(Fouten(naam, $"{op}/naam"));
        if (!Iban.TryParse(invoer.Iban, out var iban))
        {
            fouten.Add(new InvoerFout("BT-01: Dit IBAN klopt niet (controlegetal).", Pointer: $"{op}/iban"));
            return null;
        }

        if (!iban.IsSepa)
        {
            fouten.Add(new InvoerFout("Naar dit land kan de bank niet betalen: het hoort niet bij SEPA.", Pointer: $"{op}/iban"));
        }

        return new Rekening(naam, iban);
    }

    private static IEnumerable<InvoerFout> Fouten(Banktekst tekst, string pointer) => tekst.Fouten(pointer).Select(fout => new InvoerFout(fout.Detail, Pointer: pointer));

    private static string Op(string pointer, int nummer) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{nummer}");
}
