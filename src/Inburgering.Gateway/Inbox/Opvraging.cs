using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Inbox;

/// <summary>What makes us ask a partner, and in what name: a message, or one round of reconciliation.</summary>
/// <param name="Id">Ours: where a fact came from, and what its lines refer to.</param>
/// <param name="Partner">Whose doel and grondslag it has.</param>
/// <param name="TraceId">32 hex.</param>
/// <param name="Actor">Name of the job.</param>
/// <param name="Namens">Account or client that asked for the work; null: nobody did (domain g).</param>
internal sealed record Opvraging(string Gemeentecode, Guid Id, string Partner, string TraceId, string Actor, string? Namens = null)
{
    /// <summary>Code of the message: what a partner may bring in can differ by it. Null: no message.</summary>
    public string? Code { get; init; }

    public static implicit operator Opvraging(Bericht bericht) =>
        new(bericht.Gemeentecode, bericht.BerichtId, bericht.Partner, bericht.TraceId, "taak-berichten", bericht.HerhaaldDoor) { Code = bericht.Code };
}
