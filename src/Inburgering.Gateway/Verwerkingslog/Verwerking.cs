using System.Diagnostics;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>The line of one request or job step while it is still being lived; filled by the door and by the access desk.</summary>
public sealed class Verwerking
{
    private readonly TimeProvider zaakklok;
    private readonly long begonnen;

    /// <summary>Starts now.</summary>
    /// <param name="zaakklok">Business clock.</param>
    public Verwerking([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
    {
        this.zaakklok = zaakklok;
        Tijdstip = zaakklok.GetUtcNow();
        begonnen = zaakklok.GetTimestamp();
    }

    public DateTimeOffset Tijdstip { get; }

    public string TraceId { get; private set; } = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    public string SpanId { get; } = ActivitySpanId.CreateRandom().ToHexString();

    public string? ParentSpanId { get; private set; }

    public string Naam { get; set; } = "Verzoek";

    public Actie Actie { get; set; } = Actie.Raadplegen;

    public string Gemeentecode { get; set; } = Logregel.Huis;

    public string Actor { get; set; } = "onbekend";

    public string Rol { get; set; } = "onbekend";

    public string Organisatie { get; set; } = "onbekend";

    public string? ClientId { get; set; }

    public string Oorsprong { get; set; } = "onbekend";

    public string Verwerkingsactiviteit { get; set; } = "VA-16-beheer/1";

    public string? Doel { get; set; }

    public string? Grondslag { get; set; }

    public string? Beleid { get; set; }

    public IReadOnlyList<string> Gevraagd { get; set; } = [];

    public IReadOnlyList<string> Geleverd { get; set; } = [];

    public int Aantal { get; set; }

    public string? BerichtId { get; set; }

    public Betrokkene? Betrokkene { get; set; }

    /// <summary>Ids with version of the opdracht, toestemming and such the decision rested on.</summary>
    public IReadOnlyList<string> Informatie { get; set; } = [];

    /// <summary>Null until decided.</summary>
    public Resultaat? Besluit { get; set; }

    /// <summary>Word of the policy or problem code; may say more than the answer does.</summary>
    public string? Reden { get; set; }

    /// <summary>Set once the line is durable; without it nothing leaves.</summary>
    public Logbewijs? Bewijs { get; set; }

    /// <summary>Adopts a caller's W3C context.</summary>
    public void Volgt(ActivityContext ouder)
    {
        TraceId = ouder.TraceId.ToHexString();
        ParentSpanId = ouder.SpanId.ToHexString();
    }

    /// <summary>Adds the dossier it is about; null leaves the line as it is.</summary>
    public void GaatOver(Guid? dossierId)
    {
        if (dossierId is { } bekend)
        {
            Betrokkene = new Betrokkene(Betrokkene?.Pseudoniem, Betrokkene?.Type ?? "dossier", bekend);
        }
    }

    /// <summary>The line as it stands.</summary>
    /// <param name="status">Error only for a fault of ours.</param>
    public Logregel NaarRegel(LogStatus status = LogStatus.Unset) => new()
    {
        Gemeentecode = Gemeentecode,
        Tijdstip = Tijdstip,
        Duur = zaakklok.GetElapsedTime(begonnen),
        TraceId = TraceId,
        SpanId = SpanId,
        ParentSpanId = ParentSpanId,
        Status = status,
        Naam = Naam,
        Actie = Actie,
        Resultaat = status == LogStatus.Error ? Resultaat.Fout : Besluit ?? Resultaat.Geweigerd,
        Reden = Reden,
        Actor = Actor,
        Rol = Rol,
        Organisatie = Organisatie,
        ClientId = ClientId,
        Oorsprong = Oorsprong,
        Verwerkingsactiviteit = Verwerkingsactiviteit,
        Doel = Doel,
        Grondslag = Grondslag,
        Gevraagd = Gevraagd,
        Geleverd = Geleverd,
        Aantal = Aantal,
        BerichtId = BerichtId,
        Beleid = Beleid,
        Informatie = Informatie.Count == 0 ? null : string.Join(' ', Informatie),
        Betrokkene = Betrokkene,
    };
}
