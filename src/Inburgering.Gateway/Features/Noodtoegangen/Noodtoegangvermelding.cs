using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Noodtoegangen;

/// <summary>One emergency access as a page shows it.</summary>
/// <param name="Stand">Word and kind of its status.</param>
/// <param name="Eigen">Asked or approved by who looks: another has to judge.</param>
internal sealed record Noodtoegangvermelding(Noodtoegangrij Rij, (string Woord, Ernst Ernst) Stand, bool Eigen)
{
    public Guid Id => Rij.Id;

    public Guid DossierId => Rij.DossierId;

    public string Naam => Rij.Naam;

    public string Reden => Rij.Reden ?? "niet meer te lezen";

    public DateTimeOffset Van => Rij.Van;

    /// <summary>Null while it never began.</summary>
    public DateTimeOffset? Tot => Rij.Tot == Rij.Van ? null : Rij.Tot;

    /// <summary>Why it was not approved; null when it was not refused.</summary>
    public string? Weigering => Rij.Oordeel == BeoordeelNoodtoegang.Geweigerd ? Rij.Toelichting ?? "niet meer te lezen" : null;

    public bool Loopt => Rij.Loopt;

    public bool Wacht => Rij.Wacht;

    public bool TeBeoordelen => Rij.TeBeoordelen;

    public static Noodtoegangvermelding Of(Noodtoegangrij rij, string account) =>
        new(rij, Status(rij), Is(rij.Account, account) || (rij.GoedgekeurdDoor is { } goedkeurder && Is(goedkeurder, account)));

    private static bool Is(Guid id, string account) => string.Equals($"{id}", account, StringComparison.OrdinalIgnoreCase);

    private static (string Woord, Ernst Ernst) Status(Noodtoegangrij rij) => rij switch
    {
        { Oordeel: BeoordeelNoodtoegang.InOrde } => ("In orde", Ernst.Goed),
        { Oordeel: BeoordeelNoodtoegang.Onrechtmatig } => ("Onrechtmatig", Ernst.Fout),
        { Oordeel: BeoordeelNoodtoegang.Geweigerd } => ("Geweigerd", Ernst.Fout),
        { Wacht: true } => ("Wacht op goedkeuring", Ernst.Let),
        { Loopt: true } => ("Loopt", Ernst.Let),
        _ => ("Te beoordelen", Ernst.Let),
    };
}
