using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Stores one message of a partner for its gemeente, as it came, in one transaction with its log line.</summary>
internal sealed class BerichtOntvangst(Berichttoets toets, Woordtoets woorden, Verwerking verwerking, ILogWriter log, BerichtOpslag opslag, WerkSignaal signaal)
{
    /// <summary>Begin of the address at which a message is followed.</summary>
    public const string Adres = "/v1/berichten/";

    /// <param name="gebruiker">Keyed hash of the client's user who delivers; null: its system itself.</param>
    /// <returns>202 with the address of the first of these (source, id); without body, unless there is a warning.</returns>
    public async Task<IResult> StoreAsync(Registratie client, string? gebruiker, CloudEvent bericht, byte[] body, CancellationToken ct)
    {
        var levering = bericht.Levering(new Berichtafzender(toets.Gemeente(client, bericht.Inhoud!)!, client.ClientId, client.Sjabloon.Rol, verwerking.TraceId, client.Sjabloon.Instantie, gebruiker), body);
        verwerking.Gevraagd = [];
        verwerking.Bewijs = await log.AppendAsync(
            levering.Gemeentecode, (transactie, stop) => opslag.StoreAsync(transactie, levering, bericht.Inhoud!.Personen[0].Persoon, verwerking, stop), ct);
        signaal.Wek();
        return woorden.NoemtGezondheid(bericht)
            ? TypedResults.Accepted(Adres + verwerking.BerichtId, Aangenomenview.Gezondheid)
            : new ZonderInhoud(StatusCodes.Status202Accepted, Adres + verwerking.BerichtId);
    }
}
