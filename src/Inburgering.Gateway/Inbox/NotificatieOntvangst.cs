using System.Globalization;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Stores one notification for the gemeente that its `doel` names, in one transaction with its log line.</summary>
internal sealed class NotificatieOntvangst(
    Beleid beleid, AccessDesk access, Verwerking verwerking, ILogWriter log, BerichtOpslag opslag, WerkSignaal signaal)
{
    /// <returns>201 without body, 403 when the gemeente is not ours, 503 in DUO's form when nothing can be stored now.</returns>
    public async Task<IResult> StoreAsync(CallerHolder holder, NotificatieHeaders headers, Gebeurtenis gebeurtenis, byte[] body, CancellationToken ct)
    {
        var gemeente = beleid.Gemeenten.Values.FirstOrDefault(g => g.Oin == headers.Doel.ToString());
        var client = holder.Registratie!;
        if (gemeente is null)
        {
            return Problems.GemeenteNietVanOns.Answer();
        }

        var recht = Leverrecht.Van(beleid, client.Sjabloon.Rol)!;
        verwerking.Gemeentecode = gemeente.Gemeentecode;
        verwerking.Gevraagd = [];
        access.Aanvaard(recht);
        var levering = Levering(gemeente.Gemeentecode, client, headers, gebeurtenis, body);
        try
        {
            verwerking.Bewijs = await log.AppendAsync(
                gemeente.Gemeentecode, (transactie, stop) => opslag.StoreAsync(transactie, levering, Persoon(gebeurtenis), verwerking, stop), ct);
        }
        catch (LogUnavailableException)
        {
            return Results.Json(new Foutmelding("De notificatie kan nu niet worden bewaard. Probeer het later opnieuw."), statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        signaal.Wek();
        return new ZonderInhoud(StatusCodes.Status201Created);
    }

    private Levering Levering(string gemeentecode, Registratie client, NotificatieHeaders headers, Gebeurtenis gebeurtenis, byte[] body)
    {
        var (status, reden) = Berichtoordeel.Van(gebeurtenis);
        return new Levering
        {
            Gemeentecode = gemeentecode,
            ClientId = client.ClientId,
            Partner = client.Sjabloon.Rol,
            ExternId = headers.BerichtId.ToByteArray(),
            Code = gebeurtenis.Code,
            Inhoud = body,
            Gebeurtenis = Kenmerk(gebeurtenis),
            Persoon = Bytes(Nummer(gebeurtenis)),
            Status = status,
            Reden = reden,
            TraceId = verwerking.TraceId,
        };
    }

    /// <summary>Person, code and moment: DUO's own key of an event (domain b.2). Null without a person: no two of those are told to be one.</summary>
    private static ReadOnlyMemory<byte>? Kenmerk(Gebeurtenis gebeurtenis)
    {
        var persoon = Nummer(gebeurtenis);
        return Bytes(persoon is null ? null : string.Create(CultureInfo.InvariantCulture, $"{persoon}|{gebeurtenis.Code}|{gebeurtenis.Tijdstip.ToUnixTimeMilliseconds()}"));
    }

    /// <remarks>Not as one ?: expression: there null would become empty bytes, and every event without a person a repeat of the first.</remarks>
    private static ReadOnlyMemory<byte>? Bytes(string? tekst)
    {
        if (tekst is null)
        {
            return null;
        }

        return Encoding.UTF8.GetBytes(tekst);
    }

    private static Persoonsaanduiding? Persoon(Gebeurtenis gebeurtenis) =>
        gebeurtenis.Bsn is null && gebeurtenis.VNummer is null ? null : new Persoonsaanduiding { Bsn = gebeurtenis.Bsn, VNummer = gebeurtenis.VNummer };

    private static string? Nummer(Gebeurtenis gebeurtenis) => gebeurtenis.Bsn?.Reveal() ?? gebeurtenis.VNummer?.Reveal();
}

/// <summary>DUO's own form of a 503.</summary>
internal sealed record Foutmelding(string Fouttekst);

/// <summary>A status and no body, said with a length of zero instead of an empty chunk.</summary>
/// <param name="adres">Where what was made can be followed; null: nowhere.</param>
internal sealed class ZonderInhoud(int status, string? adres = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.Location = adres;
        httpContext.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
