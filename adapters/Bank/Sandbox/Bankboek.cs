using System.Globalization;

namespace Inburgering.Gateway.Sandbox.Bank;

/// <summary>What the bank has: files by MsgId, each order with how often it was paid, and what was put out. One lock: a bank decides one thing after the other.</summary>
internal sealed class Bankboek(TimeProvider clock)
{
    private const long Beginsaldo = 1_000_000_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Ontvangenbestand> bestanden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> weigeringen = new(StringComparer.Ordinal);
    private readonly List<Boekregel> regels = [];
    private readonly List<(string Rekening, Bankboeking Boeking)> wachtend = [];
    private readonly Dictionary<string, (long Saldo, int Nummer)> rekeningen = new(StringComparer.Ordinal);
    private readonly List<(string Naam, string Soort, byte[] Inhoud)> berichten = [];
    private bool alleenWeigeringen;
    private int volgnummer;

    public void Stel(Bankinstellingen instellingen) => Doe(() => alleenWeigeringen = instellingen.AlleenWeigeringen);

    public void Weiger(Bankopdracht opdracht) => Doe(() => weigeringen[opdracht.EndToEndId] = opdracht.Reden);

    /// <summary>False: the id was used for another file. The same file again has no second effect.</summary>
    public bool NeemAan(Ontvangenbestand bestand)
    {
        lock (gate)
        {
            if (bestanden.TryGetValue(bestand.MsgId, out var eerder))
            {
                if (eerder.Sha256 != bestand.Sha256)
                {
                    Geef("pain.002", Bankbericht.Dubbel(Volgende("STS"), bestand, Nu));
                }

                return eerder.Sha256 == bestand.Sha256;
            }

            bestanden.Add(bestand.MsgId, bestand);
            regels.AddRange(bestand.Opdrachten.Select(o => new Boekregel(o.EndToEndId, bestand.MsgId, o.Centen, o.Iban, bestand.Dag) { Reden = Reden(o) }));
            var geweigerd = regels.Where(r => r.MsgId == bestand.MsgId && r.Reden is not null).ToArray();
            if (geweigerd.Length > 0 || !alleenWeigeringen)
            {
                Geef("pain.002", Bankbericht.Status(Volgende("STS"), bestand, geweigerd, Nu));
            }

            return true;
        }
    }

    public object? Bestand(string msgId)
    {
        lock (gate)
        {
            return bestanden.TryGetValue(msgId, out var bestand)
                ? new { bestand.MsgId, bestand.Sha256, Opdrachten = bestand.Opdrachten.Count, Geboekt = regels.Count(r => r.MsgId == msgId && r.Geboekt > 0) }
                : null;
        }
    }

    /// <summary>Books all that was due and closes the day with a statement per account.</summary>
    public void SluitDag(DateOnly dag) => Doe(() =>
    {
        foreach (var regel in regels.Where(r => r is { Reden: null, Geboekt: 0 } && r.Dag <= dag))
        {
            regel.Geboekt++;
            wachtend.Add((bestanden[regel.MsgId].Rekening, new Bankboeking(Volgende("BNK"), regel, -regel.Centen, null)));
        }

        foreach (var rekening in bestanden.Values.Select(b => b.Rekening).Distinct(StringComparer.Ordinal))
        {
            var (saldo, nummer) = rekeningen.GetValueOrDefault(rekening, (Beginsaldo, 0));
            Bankboeking[] boekingen = [.. wachtend.Where(w => w.Rekening == rekening).Select(w => w.Boeking)];
            Geef("camt.053", Bankbericht.Afschrift(Volgende("STM"), rekening, nummer + 1, saldo, boekingen, dag, Nu));
            rekeningen[rekening] = (saldo + boekingen.Sum(b => b.Centen), nummer + 1);
        }

        wachtend.Clear();
    });

    /// <summary>Sends a payment back: told at once, booked on the next statement. False: it was not paid, or came back before.</summary>
    public bool Retourneer(Bankopdracht opdracht)
    {
        lock (gate)
        {
            if (regels.Find(r => r.EndToEndId == opdracht.EndToEndId && r.Geboekt > r.Terug) is not { } regel)
            {
                return false;
            }

            regel.Terug++;
            var boeking = new Bankboeking(Volgende("BNK"), regel, regel.Centen, opdracht.Reden);
            wachtend.Add((bestanden[regel.MsgId].Rekening, boeking));
            Geef("camt.054", Bankbericht.Advies(Volgende("NTF"), bestanden[regel.MsgId].Rekening, boeking, regel.Dag, Nu));
            return true;
        }
    }

    /// <summary>The same bytes under another name. False: nothing of that name was put out.</summary>
    public bool Herhaal(string naam)
    {
        lock (gate)
        {
            if (berichten.Find(b => b.Naam == naam) is not { Inhoud: { } inhoud, Soort: var soort })
            {
                return false;
            }

            berichten.Add(($"{berichten.Count + 1:D4}-{soort}.xml", soort, inhoud));
            return true;
        }
    }

    /// <summary>Name and kind of all that was put out, oldest first.</summary>
    public object Uitgegeven()
    {
        lock (gate)
        {
            return berichten.Select(b => new { b.Naam, b.Soort }).ToArray();
        }
    }

    public byte[]? Bericht(string naam)
    {
        lock (gate)
        {
            return berichten.Find(b => b.Naam == naam).Inhoud;
        }
    }

    /// <summary>What the bank has paid and would pay.</summary>
    public IReadOnlyList<Boekregel> Alles()
    {
        lock (gate)
        {
            return [.. regels];
        }
    }

    public void Herstel() => Doe(() =>
    {
        bestanden.Clear();
        weigeringen.Clear();
        regels.Clear();
        wachtend.Clear();
        rekeningen.Clear();
        berichten.Clear();
        (alleenWeigeringen, volgnummer) = (false, 0);
    });

    private DateTimeOffset Nu => clock.GetUtcNow();

    private string? Reden(Ontvangenopdracht opdracht) => weigeringen.GetValueOrDefault(opdracht.EndToEndId);

    private string Volgende(string soort) => string.Create(CultureInfo.InvariantCulture, $"BANK-{soort}-{++volgnummer:D6}");

    private void Geef(string soort, byte[] inhoud) => berichten.Add(($"{berichten.Count + 1:D4}-{soort}.xml", soort, inhoud));

    private void Doe(Action doe)
    {
        lock (gate)
        {
            doe();
        }
    }
}

/// <summary>One order in the book.</summary>
public sealed record Boekregel(string EndToEndId, string MsgId, long Centen, string Iban, DateOnly Dag)
{
    /// <summary>Why it was refused; null: it was not.</summary>
    public string? Reden { get; init; }

    /// <summary>How often it was paid: more than once is what must never be.</summary>
    public int Geboekt { get; set; }

    /// <summary>How often it came back.</summary>
    public int Terug { get; set; }
}

/// <summary>One entry on an account.</summary>
/// <param name="Centen">Negative: off the account.</param>
/// <param name="Retour">Why it came back; null: it is a payment.</param>
internal sealed record Bankboeking(string Referentie, Boekregel Regel, long Centen, string? Retour);
