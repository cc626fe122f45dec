using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>One notification, ready to be sent.</summary>
internal sealed record DuoZending(string BerichtId, string Bron, string Doel, string Body);

/// <summary>Makes notifications of what is ordered, and brings them to the gemeente.</summary>
internal sealed class DuoBezorging(DuoWereld wereld, GatewayZender zender, TimeProvider clock)
{
    private const int Termijnjaren = 3;

    /// <summary>Null when nothing says for which gemeente it is, or the person has no V-nummer to be named by.</summary>
    /// <remarks>
    /// The body is the notification of the published contract. <c>gemeente</c> (code) or <c>doel</c> (OIN) says for whom, else the
    /// person's own gemeente; <c>berichtId</c>, <c>bron</c> and <c>registratieDatumTijd</c> are made when left out; with
    /// <c>zonderBsn</c> the person is named by his V-nummer alone, as before his BSN is known.
    /// </remarks>
    /// <exception cref="InvalidOperationException">A member of another type.</exception>
    public DuoZending? Make(JsonObject ordered)
    {
        var body = ordered.DeepClone().AsObject();
        var persoon = PersoonOf(body);
        var gemeente = Take<string>(body, "gemeente") ?? persoon?.Gemeentecode;
        var berichtId = Take<string>(body, "berichtId") ?? Guid.NewGuid().ToString();
        var bron = Take<string>(body, "bron") ?? wereld.Oin;
        var doel = Take<string>(body, "doel") ?? wereld.OinOf(gemeente);
        if (body["zonderBsn"] is not null && Take<bool>(body, "zonderBsn") && !NameByVNummer(body, persoon))
        {
            return null;
        }

        body.TryAdd("registratieDatumTijd", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        StartTermijn(body, persoon);
        return doel is null ? null : new DuoZending(berichtId, bron, doel, body.ToJsonString());
    }

    public Task<AuthenticationHeaderValue?> LoginAsync(CancellationToken ct) => zender.LoginAsync("duo", "notificaties:leveren", ct);

    /// <exception cref="HttpRequestException">The gateway does not answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(DuoZending zending, AuthenticationHeaderValue? login, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/notificaties", UriKind.Relative));
        message.Content = new StringContent(zending.Body, Encoding.UTF8, "application/json");
        message.Headers.Add("bron", zending.Bron);
        message.Headers.Add("doel", zending.Doel);
        message.Headers.Add("berichtId", zending.BerichtId);
        return await zender.SendAsync(message, login, ct);
    }

    private DuoPersoon? PersoonOf(JsonObject body) => (body["bsn"], body["vNummer"]) switch
    {
        ({ } bsn, _) => wereld.Find(bsn.GetValue<string>()),
        (_, { } number) => wereld.FindByVNummer(number.GetValue<long>()),
        _ => null,
    };

    private static bool NameByVNummer(JsonObject body, DuoPersoon? persoon)
    {
        body.Remove("bsn");
        body["vNummer"] = persoon?.VNummer;
        return persoon?.VNummer is not null;
    }

    // SS102 says that the termijn has started: from the day after the first dagtekening, three years.
    private void StartTermijn(JsonObject body, DuoPersoon? ordered)
    {
        if (ordered is null || (string?)body["gebeurtenisId"] != "SS102")
        {
            return;
        }

        wereld.Change(() =>
        {
            if (wereld.Find(ordered.Bsn) is { Inburgeringstermijn: null, EerstePip: { } dagtekening } persoon)
            {
                wereld.Put(persoon with { Inburgeringstermijn = Termijn(dagtekening.AddDays(1)) });
            }

            return true;
        });
    }

    private JsonElement Termijn(DateOnly start) => DuoDeel.Van(new JsonObject
    {
        ["startdatum"] = DuoDeel.AlsTekst(start),
        ["einddatum"] = DuoDeel.AlsTekst(start.AddYears(Termijnjaren)),
        ["wijzigingsdatum"] = DuoDeel.AlsTekst(wereld.Vandaag),
    });

    private static T? Take<T>(JsonObject body, string name)
    {
        var value = body[name];
        body.Remove(name);
        return value is null ? default : value.GetValue<T>();
    }
}
