using Inburgering.Gateway.Storage.Herstelmodus;

namespace Inburgering.Gateway.Features.Herstelmodus;

/// <summary>A database that was put back, for who releases it.</summary>
internal sealed record HerstelView
{
    /// <summary>This database was never put back.</summary>
    public static HerstelView Geen { get; } = new() { Vrij = true };

    /// <summary>0: never.</summary>
    public long Nummer { get; private init; }

    /// <summary>When it was noticed; system clock.</summary>
    public DateTimeOffset Ontdekt { get; private init; }

    /// <summary>Sealed lines of the log that are lost.</summary>
    public long Regels { get; private init; }

    /// <summary>Lines of the journal that are not applied yet.</summary>
    public int Ontbreekt { get; private init; }

    /// <summary>Who released it, in order.</summary>
    public IReadOnlyList<string> Namen { get; private init; } = [];

    /// <summary>Everything works again.</summary>
    public bool Vrij { get; private init; }

    /// <summary>This person released it before.</summary>
    public bool Zelf { get; private init; }

    /// <summary>This person may release it now.</summary>
    public bool MagVrijgeven => !Vrij && !Zelf && Ontbreekt == 0;

    /// <param name="account">Who asks.</param>
    public static HerstelView Of(Herstelstand stand, int ontbreekt, string account) => new()
    {
        Nummer = stand.Inhoud.Nummer,
        Ontdekt = DateTimeOffset.FromUnixTimeMilliseconds(stand.Inhoud.Tijd),
        Regels = stand.Inhoud.Regels,
        Ontbreekt = ontbreekt,
        Namen = stand.Namen,
        Vrij = stand.Vrijgaven.Count >= Herstelstand.Nodig,
        Zelf = stand.Vrijgaven.Contains(Guid.Parse(account)),
    };
}
