using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>camt.054.001.08, BankToCustomerDebitCreditNotification.</summary>
internal static class Advieslezer
{
    public static Bankbericht.Adviezen Lees(Isobestand bestand, string soort)
    {
        var lezer = new Rekeninglezer(bestand, "Ntfctn");
        return new Bankbericht.Adviezen([.. lezer.Lees().Select(Advies)]) { Soort = soort, BerichtId = lezer.BerichtId };
    }

    private static Advies Advies(Rekeningdeel deel) => new() { Rekening = deel.Rekening, Id = deel.Id, Posten = deel.Posten };
}
