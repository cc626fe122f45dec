using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Whether this client may deliver rows, and stores its file as it came, in one transaction with its log line.</summary>
internal sealed class Bestandontvangst(Beleid beleid, AccessDesk access, PartnerCatalog partners, BestandStore bestanden, ILogWriter log, Verwerking verwerking, Bestandsignaal signaal)
{
    private const string Adres = "/v1/leveringsbestanden/";

    /// <param name="gebruiker">Keyed hash of the client's user who delivers; null: its system itself.</param>
    /// <returns>202 without body, with the address of the file; 403 when this partner delivers no rows.</returns>
    public async Task<IResult> StoreAsync(Registratie client, string? gebruiker, byte[] inhoud, bool gedeeltelijk, CancellationToken ct)
    {
        if (client.Gemeentecode is not { } gemeente || partners.RijvormOf(client.Sjabloon.Rol) is not { } vorm || Leverrecht.Van(beleid, client.Sjabloon.Rol, vorm.Type) is not { } recht)
        {
            (verwerking.Besluit, verwerking.Reden, verwerking.Aantal) = (Resultaat.Geweigerd, "doel-niet-toegestaan", 0);
            return Problems.GeenBestanden.Answer();
        }

        access.Aanvaard(recht);
        (verwerking.Gemeentecode, verwerking.Gevraagd) = (gemeente, []);
        var nieuw = new NieuwBestand(gemeente, client.ClientId, client.Sjabloon.Rol, inhoud, gedeeltelijk, verwerking.TraceId) { Instantie = client.Sjabloon.Instantie, Gebruiker = gebruiker };
        var bestandId = Guid.Empty;
        verwerking.Bewijs = await log.AppendAsync(
            gemeente,
            async (transactie, stop) =>
            {
                (bestandId, var herhaling) = await bestanden.StoreAsync(transactie, nieuw, stop);
                (verwerking.BerichtId, verwerking.Reden) = (bestandId.ToString("D"), herhaling ? "herhaling" : null);
                return [verwerking.NaarRegel()];
            },
            ct);
        signaal.Wek();
        return new ZonderInhoud(StatusCodes.Status202Accepted, Adres + bestandId);
    }
}
