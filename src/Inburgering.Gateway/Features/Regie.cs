using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features;

/// <summary>What every read and write of the gemeente itself begins with: its doel is regie-voeren, financieel-ontzorgen or a right of the person, and the dossier is its own.</summary>
internal sealed class Regie(AccessDesk desk, GatewayDb db, WeigeringOver weigering, Dossierverwijzing verwijzing)
{
    private const string Ontzorgen = "financieel-ontzorgen";

    /// <summary>Why the last dossier was not opened.</summary>
    public Probleem Weigering => Problems.For(desk.Refusal);

    /// <summary>What the last decision rested on; null before the first.</summary>
    public IAccessFacts? Feiten { get; private set; }

    /// <summary>Opens the relation, none of the content.</summary>
    /// <param name="dossierId">Null: what the caller named belongs to no dossier of its gemeente.</param>
    /// <returns>Null: refused, and the log line knows why.</returns>
    public Task<Granted?> OpenAsync(Caller caller, Guid? dossierId, CancellationToken ct) =>
        OpenAsync(desk.Ask(caller, AccessDesk.Regie, alleenRelatie: true), caller, dossierId ?? Guid.Empty, ct);

    /// <summary>Opens the content that the policy gives regie; see <see cref="Feiten"/>.</summary>
    /// <returns>Null: refused, and the log line knows why.</returns>
    public Task<Granted?> LeesAsync(Caller caller, Guid dossierId, CancellationToken ct) => OpenAsync(desk.Ask(caller, AccessDesk.Regie), caller, dossierId, ct);

    /// <summary>As above, what the policy gives for financieel ontzorgen.</summary>
    public Task<Granted?> LeesOntzorgenAsync(Caller caller, Guid dossierId, CancellationToken ct) => OpenAsync(desk.Ask(caller, Ontzorgen), caller, dossierId, ct);

    /// <summary>As above, for an act on a right of the person.</summary>
    public Task<Granted?> OpenAvgRechtAsync(Caller caller, Guid dossierId, CancellationToken ct) => OpenAsync(desk.AskAvgRecht(caller), caller, dossierId, ct);

    /// <summary>As above.</summary>
    /// <param name="betreft">What the line says it was about, "CON.email" or "CON".</param>
    public Task<Granted?> OpenAvgRechtAsync(Caller caller, Guid dossierId, string betreft, CancellationToken ct) =>
        OpenAsync(desk.AskAvgRecht(caller, betreft), caller, dossierId, ct);

    /// <summary>Opens the relation to the dossier of an assignment.</summary>
    public async Task<Granted?> OpenOpdrachtAsync(Caller caller, Guid opdrachtId, CancellationToken ct) =>
        await OpenAsync(caller, await verwijzing.OfOpdrachtAsync(caller, opdrachtId, ct), ct);

    /// <summary>Opens the relation to the dossier of a consent.</summary>
    public async Task<Granted?> OpenToestemmingAsync(Caller caller, Guid toestemmingId, CancellationToken ct) =>
        await OpenAsync(caller, await verwijzing.OfToestemmingAsync(caller, toestemmingId, ct), ct);

    /// <summary>Opens the relation to the dossier of a melding.</summary>
    public async Task<Granted?> OpenMeldingAsync(Caller caller, Guid meldingId, CancellationToken ct) =>
        await OpenAsync(caller, await verwijzing.OfMeldingAsync(caller, meldingId, ct), ct);

    /// <summary>The refusal in the words of what was named: another gemeente's and an unknown one are one answer.</summary>
    public Probleem WeigeringOf(Probleem onbekend) => desk.Refusal == Refusal.GeenRelatie ? onbekend : Weigering;

    private async Task<Granted?> OpenAsync(Question? question, Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (question is null)
        {
            await weigering.NoteAsync(caller, dossierId, ct);
            return null;
        }

        Feiten = await db.ReadAsync(question, dossierId, ct);
        return desk.Decide(question, Feiten);
    }
}
