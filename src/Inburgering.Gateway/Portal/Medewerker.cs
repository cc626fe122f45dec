using System.Security.Claims;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Portal;

/// <summary>Who is logged in, as far as the page's frame shows it; what may be seen is decided by the desk.</summary>
internal sealed record Medewerker(string Naam, string Rol, string Gemeentecode)
{
    /// <summary>Null when nobody is logged in.</summary>
    public static Medewerker? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(StaffClaims.Rol) is { } rol
            ? new Medewerker(user.FindFirstValue(StaffClaims.Naam) ?? string.Empty, rol, user.FindFirstValue(StaffClaims.Gemeente) ?? string.Empty)
            : null;
}
