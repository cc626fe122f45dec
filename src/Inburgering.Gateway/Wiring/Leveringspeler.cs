using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Demo;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Inbox.Bestanden;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring;

/// <summary>What partners deliver in the story: in by the doors of the API, and the moments at which a delivery is expected pass in their turn.</summary>
internal sealed class Leveringspeler(
    IServiceScopeFactory scopes, CallerRegister register, SynchronisatieStore synchronisaties, BerichtWorker worker, BestandWorker bestanden, CloudEventReader reader)
{
    private readonly Dictionary<(string Gemeentecode, Guid SynchronisatieId), DateTimeOffset> volgende = [];
    private int nummer;

    /// <summary>The next moment at which a delivery is expected, no later than this; null: there is none.</summary>
    public DateTimeOffset? Moment(DateTimeOffset tot) => volgende.Values.Where(m => m <= tot).Select(m => (DateTimeOffset?)m).Min();

    /// <summary>It has come, by the business clock.</summary>
    public async Task VerstrijkAsync(DateTimeOffset moment, CancellationToken ct)
    {
        foreach (var (wat, _) in volgende.Where(v => v.Value == moment).ToArray())
        {
            await PlanAsync(wat.Gemeentecode, wat.SynchronisatieId, ct);
        }
    }

    /// <summary>From now on the gemeente expects what this partner delivers.</summary>
    public async Task VerwachtAsync(Gebeurt gebeurt, CancellationToken ct)
    {
        var wie = register.Zoek(gebeurt.Client!)!.Sjabloon;
        await synchronisaties.ZaaiAsync(gebeurt.Gemeente, [(wie.Rol, SynchronisatieFile.Levering, wie.Instantie)], ct);
        foreach (var stand in (await synchronisaties.AlleAsync(gebeurt.Gemeente, ct)).Where(s => s.Instantie == wie.Instantie && s.Partner == wie.Rol))
        {
            await PlanAsync(gebeurt.Gemeente, stand.SynchronisatieId, ct);
        }
    }

    /// <summary>POST /v1/berichten.</summary>
    public async Task BerichtAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var client = Van(services, gebeurt, "Bericht ontvangen");
        var body = gebeurt.Bericht(client.Sjabloon.Organisatie, string.Create(CultureInfo.InvariantCulture, $"{gebeurt.Client}-{++nummer}"));
        if (reader.Read(client.Sjabloon.Rol, body) is not PartnerReply<CloudEvent>.Answer { Value: var bericht } || services.GetRequiredService<Berichttoets>().Weigering(client, bericht) is not null)
        {
            throw new UnreachableException("The story holds a message that is none.");
        }

        await services.GetRequiredService<BerichtOntvangst>().StoreAsync(client, null, bericht, body, ct);
        await worker.WorkOnceAsync(gebeurt.Gemeente, ct);
    }

    /// <summary>POST /v1/leveringsbestanden?gedeeltelijk=true.</summary>
    public async Task BestandAsync(IServiceProvider services, Gebeurt gebeurt, byte[] inhoud, CancellationToken ct)
    {
        await services.GetRequiredService<Bestandontvangst>().StoreAsync(Van(services, gebeurt, "Leveringsbestand ontvangen"), null, inhoud, gedeeltelijk: true, ct);
        await bestanden.WorkOnceAsync(gebeurt.Gemeente, ct);
        await worker.WorkOnceAsync(gebeurt.Gemeente, ct);
    }

    /// <summary>As the endpoint would have it: who delivers stands in the line.</summary>
    private Registratie Van(IServiceProvider services, Gebeurt gebeurt, string naam)
    {
        var client = register.Zoek(gebeurt.Client!)!;
        var verwerking = services.GetRequiredService<Verwerking>();
        verwerking.Door(client.Sjabloon);
        (verwerking.Naam, verwerking.Actie) = (naam, Actie.Ontvangen);
        return client;
    }

    private async Task PlanAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        volgende[(gemeentecode, synchronisatieId)] = await scope.ServiceProvider.GetRequiredService<Slotwerk>().WorkAsync(gemeentecode, synchronisatieId, ct)
            ?? throw new UnreachableException("What is expected has a moment.");
    }
}
