using System.Diagnostics;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>The three bodies of DUO's Gevolgde uren API 1.0.0, which are one shape: a total that replaces the former.</summary>
internal static class DuoUrenMelding
{
    public static DuoPad Pad(Urensoort soort) => soort switch
    {
        Urensoort.TaallesEnKnmBredeIntake => DuoPaths.UrenTaallesKnm,
        Urensoort.Participatieactiviteiten => DuoPaths.UrenParticipatieactiviteiten,
        Urensoort.ParticipatieAlsTaalles => DuoPaths.UrenParticipatietaalles,
        _ => throw new UnreachableException(),
    };

    public static byte[] FromCanonical(UrenMelding melding) => DuoBody.Of(("uren", melding.Uren));
}
