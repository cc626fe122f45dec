using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>The gemeente's bank: gets payment files, gives statuses, statements and advices. It reads no dossier: people or a channel carry the files.</summary>
public sealed class BankPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "bank";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Writes<Betaalbestand, BetaalbestandSchrijver>()
        .ReadsFiles<Bankbericht, BankberichtLezer>()
        .Carries<HttpKanaal>()
        .Carries<Mapkanaal>();
}
