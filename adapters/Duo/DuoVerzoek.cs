using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>One request to DUO, with the headers that DUO wants on every call.</summary>
internal sealed class DuoVerzoek
{
    public required HttpMethod Method { get; init; }

    public required DuoPad Pad { get; init; }

    /// <summary>Null: about no person.</summary>
    public required Bsn? Bsn { get; init; }

    public required Oin Bron { get; init; }

    public required Oin Doel { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>JSON; null: without a body.</summary>
    public byte[]? Body { get; init; }

    public static DuoVerzoek Of(Raadpleging raadpleging, DuoPad pad) => new()
    {
        Method = HttpMethod.Get,
        Pad = pad,
        Bsn = raadpleging.Bsn,
        Bron = raadpleging.Bron,
        Doel = raadpleging.Doel,
        BerichtId = raadpleging.BerichtId,
    };

    public static DuoVerzoek Of<TMelding>(Zending<TMelding> zending, HttpMethod method, DuoPad pad, byte[]? body)
        where TMelding : Melding => new()
        {
            Method = method,
            Pad = pad,
            Bsn = zending.Bsn,
            Bron = zending.Bron,
            Doel = zending.Doel,
            BerichtId = zending.BerichtId,
            Body = body,
        };
}
