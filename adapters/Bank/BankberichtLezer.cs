using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>pain.002.001.10, camt.053.001.08 and camt.054.001.08. A file with one doubt says nothing at all: it goes to quarantine with its reasons (BK-01, BK-02, BK-04).</summary>
internal sealed class BankberichtLezer : IBestandlezer<Bankbericht>
{
    /// <summary>A statement of 20,000 entries is about a third of this.</summary>
    public const int MeesteBytes = 64 * 1024 * 1024;

    private static readonly string[] Soorten = [Isobericht.Pain002, Isobericht.Camt053, Isobericht.Camt054];

    /// <inheritdoc />
    public PartnerReply<Bankbericht> Lees(ReadOnlyMemory<byte> inhoud)
    {
        Bankbericht? gelezen = null;
        var fouten = Isobestand.Lees(inhoud, MeesteBytes, Soorten, (bestand, soort) => gelezen = soort switch
        {
            Isobericht.Pain002 => Statuslezer.Lees(bestand, soort),
            Isobericht.Camt053 => Afschriftlezer.Lees(bestand, soort),
            _ => Advieslezer.Lees(bestand, soort),
        });
        return gelezen is not null && fouten.Items.Count == 0 ? new PartnerReply<Bankbericht>.Answer(gelezen) : new PartnerReply<Bankbericht>.Unreadable(fouten.Items);
    }
}
