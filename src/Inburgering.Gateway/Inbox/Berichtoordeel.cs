using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Inbox;

/// <summary>What is known of an event by looking at it: at the door, and again when it is tried later, for the adapter may have learned since.</summary>
internal static class Berichtoordeel
{
    /// <summary>What needs a person or no work at all; none of it is refused, for a 400 would lose it.</summary>
    public static (Berichtstatus Status, string? Reden) Van(Gebeurtenis gebeurtenis) => gebeurtenis switch
    {
        { BsnFaalt11Proef: true } => (Berichtstatus.Quarantaine, Berichtredenen.BsnFaalt11Proef),
        { Bsn: null, VNummer: null } => (Berichtstatus.Quarantaine, Berichtredenen.ZonderPersoon),
        { Bekend: false } => (Berichtstatus.Quarantaine, Berichtredenen.OnbekendeGebeurtenis),
        { Ophalen: [] } => (Berichtstatus.ZonderGevolg, Berichtredenen.GeenActie),
        _ => (Berichtstatus.Ontvangen, null),
    };
}
