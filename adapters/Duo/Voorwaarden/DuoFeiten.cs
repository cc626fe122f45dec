using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>What several conditions ask of the facts; null: not known.</summary>
internal static class DuoFeiten
{
    /// <summary>Whether no gemeente ever made a PIP. A PIP or a termijn shows that one did, whatever else is said.</summary>
    public static bool? HeeftNooitEenPip(this Meldingfeiten feiten) => feiten.Pip is not null || feiten.Termijn is not null ? false : feiten.EerstePip;

    /// <summary>True when no PIP can stand in the way because there never was one.</summary>
    public static bool? NietsEerder(this Meldingfeiten feiten) => feiten.HeeftNooitEenPip() is true ? true : null;

    /// <summary>Whether the termijn is set.</summary>
    public static bool? HeeftTermijn(this Meldingfeiten feiten) => feiten.Termijn is not null || feiten.TermijnBekend ? feiten.Termijn is not null : null;

    /// <summary>Whether the end of the Z-route stands registered.</summary>
    public static bool? HeeftZrouteAfgerond(this Meldingfeiten feiten) =>
        feiten.DatumAfrondingZroute is not null || feiten.ZrouteBekend ? feiten.DatumAfrondingZroute is not null : null;

    /// <summary>Whether the person is an asielstatushouder.</summary>
    public static bool? IsAsiel(this Meldingfeiten feiten) => feiten.Doelgroep is { } doelgroep ? doelgroep == Doelgroep.Asielstatushouder : null;

    /// <summary>Whether the current PIP has this leerroute.</summary>
    public static bool? HeeftLeerroute(this Meldingfeiten feiten, Leerroute leerroute) => feiten.Pip is { } pip ? pip.Leerroute == leerroute : null;
}
