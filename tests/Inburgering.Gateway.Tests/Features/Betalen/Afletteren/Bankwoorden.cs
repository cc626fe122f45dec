using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

/// <summary>Reports of a bank, as its adapter would have read them.</summary>
internal static class Bankwoorden
{
    public const string Bericht = "GW-BERICHT-1";
    public const string Batch = "GW-BATCH-1";

    public static readonly DateOnly Dag = new(2026, 12, 1);
    public static readonly Iban Gemeente = Iban(0);

    /// <summary>A valid account, another for each number.</summary>
    public static Iban Iban(int nummer)
    {
        var rekening = $"{nummer:D10}";
        var rest = $"29142829{rekening}232100".Aggregate(0, (r, teken) => ((r * 10) + (teken - '0')) % 97);
        return Partners.Betalen.Iban.TryParse($"NL{98 - rest:D2}TEST{rekening}", out var iban) ? iban : throw new InvalidOperationException("No valid account.");
    }

    public static Bankreden Reden(string code) => new(
        code,
        code switch
        {
            "AC01" => Redensoort.RekeningOnjuist,
            "AC04" or "AC06" => Redensoort.RekeningGesloten,
            "AM04" => Redensoort.Saldo,
            "AM05" or "DUPL" => Redensoort.AlGezien,
            "FF01" => Redensoort.Bestandsfout,
            "MD07" => Redensoort.Overleden,
            "MS02" => Redensoort.DoorOntvangerGeweigerd,
            "RR04" => Redensoort.Toezicht,
            _ => Redensoort.Onbekend,
        },
        null);

    /// <param name="woorden">A status code, and after it the codes of its reasons: "RJCT AC04".</param>
    public static Bankstatus? Status(string? woorden)
    {
        if (woorden?.Split(' ') is not [var code, .. var redenen])
        {
            return null;
        }

        var oordeel = code switch
        {
            "RCVD" or "ACTC" or "PDNG" => Bankoordeel.Ontvangen,
            "ACCP" or "ACSC" => Bankoordeel.Geaccepteerd,
            "RJCT" => redenen.Any(r => r is "DUPL" or "AM05") ? Bankoordeel.AlGezien : Bankoordeel.Afgewezen,
            "PART" => Bankoordeel.Gedeeltelijk,
            "RVNM" or "RCVC" => Bankoordeel.Naamcontrole,
            _ => Bankoordeel.Onbekend,
        };
        return new Bankstatus(code, oordeel, [.. redenen.Select(Reden)]);
    }

    /// <summary>pain.002.</summary>
    /// <param name="opdrachten">EndToEndId and words; no words: it is listed without a status.</param>
    public static Bankbericht.Status Statusbericht(string? bestand, string? batch = null, params (string? Kenmerk, string? Woorden)[] opdrachten) => new()
    {
        Soort = "pain.002.001.10",
        BerichtId = "BANK-STS",
        OverBericht = Bericht,
        Bestand = Status(bestand),
        Batches = batch is null && opdrachten.Length == 0
            ? []
            : [new Batchstatus { BatchId = Batch, Batch = Status(batch), Opdrachten = [.. opdrachten.Select(o => new Opdrachtstatus { Kenmerk = o.Kenmerk, Status = Status(o.Woorden) })] }],
    };

    /// <summary>camt.053 with one statement, numbered by its place in the list that it is in.</summary>
    public static Bankbericht.Afschriften Afschrift(string id, params Bankpost[] posten) => new([
        new Afschrift
        {
            Rekening = Gemeente,
            Id = id,
            Nummer = 1,
            Begin = new Saldo(default, Dag),
            Eind = new Saldo(Bedrag.Som(posten.Select(p => p.Bedrag)), Dag),
            Posten = [.. posten.Select((post, i) => post with { Plaats = i + 1 })],
        },
    ])
    {
        Soort = "camt.053.001.08",
        BerichtId = $"BANK-{id}",
    };

    /// <summary>camt.054.</summary>
    public static Bankbericht.Adviezen Advies(params Bankpost[] posten) =>
        new([new Advies { Rekening = Gemeente, Id = "NTF", Posten = posten }]) { Soort = "camt.054.001.08", BerichtId = "BANK-NTF" };

    /// <summary>A booked entry with one payment in it.</summary>
    /// <param name="retour">Reason of a return; null: it is none.</param>
    public static Bankpost Post(long centen, string? kenmerk, string? retour = null, Iban? rekening = null) => Verzameld(centen, Detail(centen, kenmerk, retour, rekening));

    /// <summary>A booked entry; without details when none are given.</summary>
    public static Bankpost Verzameld(long centen, params Postdetail[] details) => new()
    {
        Plaats = 1,
        Bedrag = new Bedrag(centen),
        Stand = Poststand.Geboekt,
        Details = [.. details.Select((detail, i) => detail with { Plaats = i + 1 })],
    };

    public static Postdetail Detail(long? centen, string? kenmerk, string? retour = null, Iban? rekening = null) => new()
    {
        Plaats = 1,
        Bedrag = centen is { } bedrag ? new Bedrag(bedrag) : null,
        Kenmerk = kenmerk,
        Tegenrekening = rekening,
        Retour = retour is null ? null : Reden(retour),
    };
}
