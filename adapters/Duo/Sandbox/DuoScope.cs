using System.Globalization;
using System.Text.Json;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Whom a gemeente may ask about: the four conditions of DUO's voorwaarden, "Scope".</summary>
internal static class DuoScope
{
    public static bool Allows(string? gemeentecode, DuoPersoon persoon, DateOnly today) =>
        gemeentecode is not null
        && (gemeentecode == persoon.Gemeentecode
            || gemeentecode == CurrentPip(persoon)
            || (gemeentecode == persoon.VorigePipGemeentecode && PipIsYoung(persoon, today)));

    private static string? CurrentPip(DuoPersoon persoon) =>
        persoon.Pip is { ValueKind: JsonValueKind.Object } pip && pip.TryGetProperty("gemeentecode", out var code) ? code.GetString() : null;

    private static bool PipIsYoung(DuoPersoon persoon, DateOnly today) =>
        persoon.Pip is { } pip
        && DateOnly.TryParseExact(
            pip.GetProperty("pip").GetProperty("dagtekeningPip").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && today < date.AddMonths(1);
}
