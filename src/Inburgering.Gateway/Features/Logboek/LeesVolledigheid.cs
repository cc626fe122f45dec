using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Verwerkingslog;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>Whether every answer has its line in the log, for who reviews its use: counts per day, no persons.</summary>
internal sealed class LeesVolledigheid(AccessDesk desk, VolledigheidLezer lezer)
{
    /// <returns>Null: refused.</returns>
    public async Task<IReadOnlyList<Dagregel>?> HandleAsync(Caller caller, CancellationToken ct) =>
        desk.AskToezicht(caller) is null ? null : [.. (await lezer.ReadAsync(caller.Gemeentecode, ct)).Select(d => new Dagregel(d.Dag, d.Geteld, d.Ontbreekt, d.GecontroleerdOp))];

    /// <summary>Answers without a line in the last month; 0 for who may not know.</summary>
    public async Task<long> OntbreektAsync(Caller caller, CancellationToken ct) => (await HandleAsync(caller, ct) ?? []).Sum(d => d.Ontbreekt);
}

/// <param name="Geteld">Answers of the front door on this day.</param>
/// <param name="Ontbreekt">Of these, without a line.</param>
internal sealed record Dagregel(DateOnly Dag, long Geteld, long Ontbreekt, DateTimeOffset GecontroleerdOp);
