using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>The gemeente's own system that tells DUO about one person, over HTTP.</summary>
internal sealed class Melder(RunningHouse house, Regiewerk regie)
{
    public const short Bevestigd = 1, Geweigerd = 2, WachtOpMens = 3;

    public Regiewerk Regie => regie;

    public static async Task<Melder> OverAsync(RunningHouse house, string bsn) => new(house, await Regiewerk.OverAsync(house, bsn));

    public static object Pip(string dagtekening, string leerroute = "B", string? niveau = "B1") => new { dagtekening, leerroute, niveau };

    public Task<Antwoord> MeldAsync(string pad, object melding) => regie.PostAsync($"/v1/dossiers/{regie.DossierId}/{pad}", melding);

    public Task<Antwoord> LeesAsync(string meldingId) => Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/meldingen/{meldingId}");

    public Task<Antwoord> TrekInAsync(string meldingId) => regie.PostAsync($"/v1/meldingen/{meldingId}/intrekkingen");

    /// <summary>"B 2024-11-14": fields of one category as the gemeente reads them, with a space between; empty for a field that is not there.</summary>
    public async Task<string> StaatAsync(string categorie, params string[] velden)
    {
        var gelezen = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}?doel=regie-voeren");
        var staan = gelezen.Body.GetProperty("gegevens").TryGetProperty(categorie, out var gevonden) ? gevonden : default;
        return string.Join(' ', velden.Select(v => staan.ValueKind == JsonValueKind.Object && staan.TryGetProperty(v, out var waarde) ? waarde.ToString() : string.Empty));
    }

    /// <summary>Waits until the machine has nothing left to do on it for now.</summary>
    public async Task<JsonElement> AfloopAsync(string meldingId)
    {
        await house.UntilAsync($"""
            select volgende_poging is null or reden is not null or exists (
                select 1 from outbox.melding e where e.dossier_id = m.dossier_id and e.volgnummer < m.volgnummer and e.status = 3)
            from outbox.melding m where melding_id = '{meldingId}'
            """);
        return (await LeesAsync(meldingId)).Body;
    }

    /// <summary>Lets it try at once, as often as it takes: a circuit that another's failures opened passes.</summary>
    public Task TotAsync(string meldingId, short status) => RunningHouse.UntilAsync(async ct =>
    {
        await Cluster.ExecuteOnAsync(house.Database, $"update outbox.melding set volgende_poging = now() where melding_id = '{meldingId}' and status = 0 and bezet_tot is null and volgende_poging > now()", ct);
        return await house.ScalarAsync<short>($"select status from outbox.melding where melding_id = '{meldingId}'") == status;
    });

    /// <summary>Lines about this dossier with this name.</summary>
    public Task<long> RegelsAsync(string naam) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{regie.DossierId}' and c.naam = '{naam}'
        """);
}
