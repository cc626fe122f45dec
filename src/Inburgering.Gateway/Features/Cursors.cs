using System.Globalization;
using System.Security.Cryptography;
using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.DataProtection;

namespace Inburgering.Gateway.Features;

/// <summary>Where a list goes on: opaque, encrypted, and of use to nobody but who got it, for the same list (security 11).</summary>
internal sealed class Cursors(IDataProtectionProvider bescherming)
{
    /// <summary>What is said of one that was not made for this list.</summary>
    public static readonly InvoerFout Vreemd = new("Deze cursor hoort niet bij deze lijst.", Parameter: "cursor");

    private const string Doel = "cursor/1";

    /// <summary>Text for a link.</summary>
    /// <param name="gebonden">Caller, gemeente, list and filter: another one cannot open it.</param>
    /// <param name="plaats">Where the page ended.</param>
    public string Maak(IEnumerable<string> gebonden, string plaats) => bescherming.CreateProtector([Doel, .. gebonden]).Protect(plaats);

    /// <summary>The place; null for text that was not made for this caller and this list.</summary>
    public string? Open(IEnumerable<string> gebonden, string cursor)
    {
        try
        {
            return bescherming.CreateProtector([Doel, .. gebonden]).Unprotect(cursor);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The place of an item in a list by moment and id.</summary>
    public static string Plaats(DateTimeOffset moment, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{moment.UtcTicks} {id}");

    /// <summary>The way back; null: no place.</summary>
    public static (DateTimeOffset Moment, Guid Id)? Plaats(string? tekst) => tekst?.Split(' ') is [var ticks, var id]
        ? (new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.Parse(id))
        : null;
}
