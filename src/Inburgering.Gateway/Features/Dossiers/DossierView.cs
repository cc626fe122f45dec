using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>Het dossier zoals deze afnemer het voor dit doel mag zien; wat niet mag, ontbreekt.</summary>
public sealed class DossierView : IVerantwoord
{
    private DossierView(Guid dossierId, IReadOnlyDictionary<string, JsonObject> gegevens)
    {
        DossierId = dossierId;
        Gegevens = gegevens;
    }

    /// <summary>Het id waaronder deze afnemer het dossier kent.</summary>
    public Guid DossierId { get; }

    /// <summary>Per gegevenscategorie de velden die deze afnemer mag zien.</summary>
    public IReadOnlyDictionary<string, JsonObject> Gegevens { get; }

    /// <summary>Only from what the desk granted.</summary>
    internal static DossierView Of(Granted grant) => new(grant.ExternId!.Value, grant.Gegevens);

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [.. Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"))];
}
