using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Inburgeringsaanbod of DUO's API 1.2.0. Its end is exclusive, and so is ours.</summary>
internal static class DuoAanbodMelding
{
    public static DuoPad Pad(string instellingsnummer) => DuoPaths.Inburgeringsaanbod.With("instellingsnummer", instellingsnummer);

    public static byte[] FromCanonical(AanbodMelding melding) => DuoBody.Of(
        ("datumInburgeringsaanbod", melding.DatumInburgeringsaanbod),
        ("verwachteStartdatumOpleiding", melding.VerwachteStartdatum),
        ("verwachteEinddatumOpleiding", melding.VerwachteEinddatum),
        ("indicatorAlfabetiseringsonderwijs", melding.IndicatorAlfabetiseringsonderwijs));
}
