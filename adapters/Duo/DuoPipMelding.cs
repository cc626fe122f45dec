using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema PIP of DUO's PIP API 1.2.0, as we send it.</summary>
internal static class DuoPipMelding
{
    public static byte[] FromCanonical(PipMelding melding) => DuoBody.Of(
        ("dagtekeningPip", melding.Dagtekening),
        ("leerroute", DuoPip.Letter(melding.Leerroute)),
        ("niveau", melding.Niveau?.ToString()),
        ("geschatteIntensiteitB1Route", melding.GeschatteIntensiteitB1Route),
        ("indicatorMagOpleidingAfmaken", melding.IndicatorMagOpleidingAfmaken),
        ("indicatorAlfabetiseringsonderwijs", melding.IndicatorAlfabetiseringsonderwijs));
}
