using System.Data.Common;

namespace Inburgering.Gateway.Access;

/// <summary>A room that holds work for a partner which may not outlive the partner's right: deliveries that wait, subscriptions that run.</summary>
public interface IStopt
{
    /// <summary>Stops what this end of a right ends, inside the same transaction, and says what that was.</summary>
    Task<Gestopt> StopAsync(DbTransaction transactie, Rechteinde einde, CancellationToken ct);
}

/// <summary>From when a partner may no longer use a dossier for these doelen.</summary>
public sealed record Rechteinde
{
    public required string Gemeentecode { get; init; }

    public required Guid DossierId { get; init; }

    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Doelen { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Per { get; init; }
}

/// <summary>Our own ids of what stopped.</summary>
public sealed record Gestopt(IReadOnlyList<Guid> Leveringen, IReadOnlyList<Guid> Abonnementen)
{
    public static Gestopt Niets { get; } = new([], []);

    public static Gestopt operator +(Gestopt een, Gestopt ander) =>
        new([.. een.Leveringen, .. ander.Leveringen], [.. een.Abonnementen, .. ander.Abonnementen]);
}
