using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Demo;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring;

/// <summary>Plays the story through the handlers that serve the API: no SQL into facts or log, so provenance and seals are real.</summary>
internal sealed class DemoSpeler(IServiceScopeFactory scopes, CallerRegister register, BeleidHouder houder, PartnerCatalog partners, BerichtWorker worker)
{
    private static readonly TimeZoneInfo Nederland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public async Task PlayAsync(Gebeurt gebeurt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await (gebeurt.Soort switch
        {
            "gegevens" => GegevensAsync(scope.ServiceProvider, gebeurt, ct),
            "notificatie" => NotificatieAsync(scope.ServiceProvider, gebeurt, ct),
            "opdracht" => OpdrachtAsync(scope.ServiceProvider, gebeurt, ct),
            _ => throw new InvalidOperationException($"Het verhaal kent geen «{gebeurt.Soort}»."),
        });
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Nederland.GetUtcOffset(local));
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

    private Task OpdrachtAsync(IServiceProvider services, Gebeurt gebeurt, CancellationToken ct) =>
        services.GetRequiredService<GeefOpdracht>().HandleAsync(
            Gemeente(gebeurt.Gemeente), Number(gebeurt.Bsn)!.Value,
            new Opdracht(gebeurt.Client!, gebeurt.Taak!, Midnight(gebeurt.Van!.Value), gebeurt.Tot is { } tot ? Midnight(tot) : null), ct);
}
