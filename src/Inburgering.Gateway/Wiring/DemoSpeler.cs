using Inburgering.Gateway.Verwerkingslog;
using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Demo;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Features.Toestemmingen;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring;

/// <summary>Plays the story through the handlers that serve the API: no SQL into facts or log, so provenance and seals are real.</summary>
internal sealed class DemoSpeler(IServiceScopeFactory scopes, CallerRegister register, BeleidHouder houder, PartnerCatalog partners, BerichtWorker worker, Leveringspeler leveringen)
{
    public async Task PlayAsync(Gebeurt gebeurt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await (gebeurt.Soort switch
        {
            "gegevens" => GegevensAsync(scope.ServiceProvider, gebeurt, ct),
            "notificatie" => NotificatieAsync(scope.ServiceProvider, gebeurt, ct),
            "opdracht" => OpdrachtAsync(scope.ServiceProvider, gebeurt, ct),
            "toestemming" => ToestemmingAsync(scope.ServiceProvider, gebeurt, ct),
            "intrekking" => IntrekkingAsync(scope.ServiceProvider, gebeurt, ct),
            "verwacht" => leveringen.VerwachtAsync(gebeurt, ct),
            "bericht" => leveringen.BerichtAsync(scope.ServiceProvider, gebeurt, ct),
            "bestand" => BestandAsync(scope.ServiceProvider, gebeurt, ct),
            _ => throw new InvalidOperationException($"Het verhaal kent geen «{gebeurt.Soort}»."),
        });
    }

    private static Bsn? Number(string? bsn) => Bsn.TryParse(bsn, out var value) ? value : null;

    private Caller Gemeente(string gemeentecode) => register.Medewerker("zaaksysteem", "REG", gemeentecode);

    private Task<Guid> GegevensAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct) =>
        services.GetRequiredService<LegGegevensVast>().HandleAsync(
            Gemeente(gebeurt.Gemeente), Number(gebeurt.Bsn), VNummer.TryParse(gebeurt.VNummer, out var v) ? v : null, gebeurt.Gegevens!, ct);

    private async Task NotificatieAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var body = gebeurt.Notificatie();
        if (partners.ReaderOf("duo")!.Read(body) is not PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis })
        {
            throw new UnreachableException("The story holds a notification that is none.");
        }

        var duo = register.Zoek("duo")!;
        var holder = new CallerHolder { Registratie = duo };
        services.GetRequiredService<Verwerkingslog.Verwerking>().Door(duo.Sjabloon);
        services.GetRequiredService<Verwerkingslog.Verwerking>().Naam = "Notificatie ontvangen";
        services.GetRequiredService<Verwerkingslog.Verwerking>().Actie = Verwerkingslog.Actie.Ontvangen;
        var headers = new NotificatieHeaders(Oin.Parse(duo.Sjabloon.Organisatie), Oin.Parse(houder.Beleid.Gemeenten[gebeurt.Gemeente].Oin), gebeurt.BerichtId!.Value);
        await services.GetRequiredService<NotificatieOntvangst>().StoreAsync(holder, headers, gebeurtenis, body, ct);
        await worker.WorkOnceAsync(gebeurt.Gemeente, ct);
    }

    /// <summary>As the school knows them: whom it does not name by BSN, by the reference of the assignment.</summary>
    private async Task BestandAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var referenties = new Dictionary<string, string>();
        foreach (var rij in gebeurt.Rijen!.Where(r => r.OpReferentie))
        {
            await using var scope = scopes.CreateAsyncScope();
            var (caller, dossierId) = await DossierAsync(scope.ServiceProvider, gebeurt with { Bsn = rij.Bsn }, "Opdrachten bekeken", ct);
            var dossier = await scope.ServiceProvider.GetRequiredService<Regie>().OpenAsync(caller, dossierId, ct);
            var opdrachten = await scope.ServiceProvider.GetRequiredService<OpdrachtLezer>().ListAsync(dossier!, null, int.MaxValue, ct);
            referenties[rij.Bsn] = opdrachten.First(o => o.Inhoud.ClientId == gebeurt.Client).PartnerReferentie!;
        }

        await leveringen.BestandAsync(services, gebeurt, gebeurt.Bestand(referenties), ct);
    }

    private async Task OpdrachtAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var (caller, dossierId) = await DossierAsync(services, gebeurt, "Opdracht gegeven", ct);
        Gelukt(await services.GetRequiredService<GeefOpdracht>().HandleAsync(caller, dossierId, new OpdrachtInvoer
        {
            ClientId = gebeurt.Client!,
            Taak = gebeurt.Taak!,
            Van = Klok.Middernacht(gebeurt.Van!.Value),
            Tot = gebeurt.Tot is { } tot ? Klok.Middernacht(tot) : null,
            // of the past: the partner was told in its day, and reads the dossier since
            Aanmelden = false,
        }, ct));
    }

    private async Task ToestemmingAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var (caller, dossierId) = await DossierAsync(services, gebeurt, "Toestemming vastgelegd", ct);
        Gelukt(await services.GetRequiredService<GeefToestemming>().HandleAsync(caller, dossierId, new ToestemmingInvoer
        {
            ClientId = gebeurt.Client!,
            Doel = gebeurt.Doel!,
            GegevenOp = gebeurt.Tijdstip,
            Taal = gebeurt.Taal!,
            Tekstversie = gebeurt.Tekstversie!,
            Bewijs = gebeurt.Bewijs,
        }, ct));
    }

    private async Task IntrekkingAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct)
    {
        var (caller, dossierId) = await DossierAsync(services, gebeurt, "Toestemming ingetrokken", ct);
        var dossier = await services.GetRequiredService<Regie>().OpenAsync(caller, dossierId, ct);
        var gegeven = await services.GetRequiredService<ToestemmingLezer>().ListAsync(dossier!, ct);
        var lopend = gegeven.Single(t => t.Inhoud.ClientId == gebeurt.Client && t.Inhoud.Doel == gebeurt.Doel && t.IngetrokkenOp is null);
        Gelukt(await services.GetRequiredService<TrekToestemmingIn>().HandleAsync(caller, lopend.ToestemmingId, ct));
    }

    /// <summary>As the endpoint would have it: who asks and what for stand in the line, and the dossier goes by its id.</summary>
    private async Task<(Caller Caller, Guid DossierId)> DossierAsync(IServiceProvider services, Gebeurt gebeurt, string naam, CancellationToken ct)
    {
        var caller = Gemeente(gebeurt.Gemeente);
        var verwerking = services.GetRequiredService<Verwerkingslog.Verwerking>();
        verwerking.Door(caller);
        (verwerking.Naam, verwerking.Actie) = (naam, Verwerkingslog.Actie.Muteren);
        var question = services.GetRequiredService<AccessDesk>().AskRegie(caller)!;
        var facts = await services.GetRequiredService<GatewayDb>().FindAsync(question, Number(gebeurt.Bsn)!.Value, ct);
        return (caller, facts.DossierId ?? throw new InvalidOperationException("Het verhaal noemt iemand zonder dossier."));
    }

    private static void Gelukt<T>(Uitkomst<T> uitkomst)
        where T : class
    {
        if (uitkomst.Probleem is { } probleem)
        {
            throw new InvalidOperationException($"Het verhaal kan niet: {probleem.Titel} ({uitkomst.Reden}).");
        }
    }
}
