namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Whom a gemeente may ask about: the four conditions of DUO's voorwaarden, "Scope".</summary>
internal static class DuoScope
{
    public static bool Allows(string? gemeentecode, DuoPersoon persoon, DateOnly today) =>
        gemeentecode is not null
        && (gemeentecode == persoon.Gemeentecode
            || gemeentecode == persoon.PipGemeente
            || (gemeentecode == persoon.VorigePipGemeentecode && today < persoon.ActuelePip.Datum("dagtekeningPip")?.AddMonths(1)));
}
