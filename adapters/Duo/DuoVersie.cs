using System.Globalization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>The version that DUO says it answers by.</summary>
internal static class DuoVersie
{
    /// <summary>Required by every contract on every answer.</summary>
    public const string Header = "API-Version";

    /// <summary>False only for another major version: its words may mean something else. A missing or odd header is read; the hub raises the alarm.</summary>
    public static bool Fits(HttpResponseMessage response, PartnerContract contract) =>
        !response.Headers.TryGetValues(Header, out var said) || said.All(version => Major(version) is not { } major || major == Major(contract.Versie));

    private static int? Major(string version) =>
        int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
