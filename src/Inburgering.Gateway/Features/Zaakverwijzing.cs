using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Features;

/// <summary>A case number in the log: it is another's id, so only its keyed hash stands there (security 5).</summary>
internal static class Zaakverwijzing
{
    public static string Of(Kluis kluis, string gemeentecode, string zaaknummer) =>
        Verwijzing.Naar(Verwijzing.Zaak, Convert.ToHexStringLower(kluis.Hash(gemeentecode, "zaaknummer", Encoding.UTF8.GetBytes(zaaknummer)))[..32]);
}
