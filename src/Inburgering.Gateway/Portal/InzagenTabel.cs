using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;

namespace Inburgering.Gateway.Portal;

/// <summary>Lines of the log as a table.</summary>
/// <param name="MetDossier">Names the dossier of each line.</param>
internal sealed record InzagenTabel(IReadOnlyList<Inzage> Regels, string Bijschrift, bool MetDossier)
{
    /// <summary>Role in words; who it was stays hidden (ux 4.4).</summary>
    public static string Wie(Inzage regel, Woorden woorden)
    {
        var rol = woorden.Rol(regel.Rol);
        return regel switch
        {
            { Medewerker: true } => $"Medewerker, {rol.ToLower(Datum.Nederlands)}",
            { Rol: "taak" } => rol,
            { Rol: "onbekend" } => "Niet aangemeld",
            { Actor: { } actor } => $"{rol}, systeem {actor}",
            _ => rol,
        };
    }
}

/// <summary>A dossier without a name: the first part of its id.</summary>
internal static class Dossiernummer
{
    public static string Kort(Guid dossierId) => dossierId.ToString("D")[..8];
}
