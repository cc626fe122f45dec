using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Makes views of what stands in the tables, with what config says of it.</summary>
internal sealed class Synchronisatieblik(SynchronisatieStore synchronisaties, SynchronisatieLezer lezer, Beleid beleid, TimeProvider systeemklok)
{
    private const int Momenten = 5, Strip = 14;

    /// <summary>All of a gemeente that config still has: what asks for action first.</summary>
    public async Task<IReadOnlyList<SynchronisatieView>> AlleAsync(Question vraag, CancellationToken ct)
    {
        var laatste = await lezer.LaatsteAsync(vraag, Strip, ct);
        var gewoonten = await lezer.GewoonlijkAsync(vraag, ct);
        return
        [
            .. (await synchronisaties.AlleAsync(vraag.Caller.Gemeentecode, ct))
                .Select(s => (Stand: s, Plan: Planning.Van(beleid, s)))
                .Where(s => s.Plan is not null)
                .Select(s => View(s.Stand, s.Plan!, [.. laatste[s.Stand.SynchronisatieId]], gewoonten.GetValueOrDefault(s.Stand.SynchronisatieId)))
                .OrderBy(v => v.Rang).ThenBy(v => v.View.Naam, StringComparer.Ordinal).Select(v => v.View),
        ];
    }

    /// <summary>One; null when this gemeente has none with that number.</summary>
    public async Task<SynchronisatieView?> OneAsync(Question vraag, Guid synchronisatieId, CancellationToken ct) =>
        (await AlleAsync(vraag, ct)).SingleOrDefault(s => s.SynchronisatieId == synchronisatieId);

    public static UitvoeringView Of(Uitvoering uitvoering) => new()
    {
        UitvoeringId = uitvoering.UitvoeringId,
        SynchronisatieId = uitvoering.SynchronisatieId,
        Moment = uitvoering.Moment,
        Aanleiding = uitvoering.Aanleiding,
        GestartDoor = uitvoering.GestartDoor,
        Toelichting = uitvoering.Toelichting,
        BegonnenOp = uitvoering.BegonnenOp,
        GeeindigdOp = uitvoering.GeeindigdOp,
        Status = Synchronisatiewoorden.Status(uitvoering.Status),
        Reden = uitvoering.Reden,
        WachtTot = uitvoering.WachtTot,
        Poging = uitvoering.Status == Uitvoeringstatus.Loopt ? uitvoering.Pauzes + 1 : null,
        Ontvangen = uitvoering.Telling.Ontvangen,
        Gedaan = uitvoering.Telling.Gedaan,
        Nieuw = uitvoering.Telling.Nieuw,
        Gewijzigd = uitvoering.Telling.Gewijzigd,
        Gelijk = uitvoering.Telling.Gelijk,
        Verschillend = uitvoering.Telling.Verschillend,
        Afgekeurd = uitvoering.Telling.Afgekeurd,
        Tegengehouden = uitvoering.Telling.Tegengehouden,
        Telling = Synchronisatiewoorden.Som(uitvoering.Telling),
    };

    private (Synchronisatiestand Rang, SynchronisatieView View) View(Synchronisatie synchronisatie, Planning plan, IReadOnlyList<Uitvoering> laatste, Gewoonte? gewoonte)
    {
        var nu = systeemklok.GetUtcNow();
        var stand = Standbepaling.Van(synchronisatie, laatste, gewoonte, nu);
        var poging = laatste.FirstOrDefault(u => u.Status == Uitvoeringstatus.Loopt)?.Pauzes + 1;
        var eerste = synchronisatie.VolgendeOp;
        return (stand, new SynchronisatieView
        {
            SynchronisatieId = synchronisatie.SynchronisatieId,
            Partner = synchronisatie.Partner,
            Soort = synchronisatie.Soort,
            Naam = plan.Naam,
            Status = Synchronisatiewoorden.Code(stand),
            Stand = Synchronisatiewoorden.Stand(stand, synchronisatie.Pauze, eerste, poging),
            Rooster = RoosterVorm.Of(plan.Rooster),
            RoosterZin = plan.Rooster.Zin(),
            Standaard = plan.Standaard.Zin(),
            EigenRooster = synchronisatie.EigenRooster is not null,
            Volgende = eerste is { } moment ? [moment, .. plan.Momenten(moment).Take(Momenten - 1)] : [],
            PauzeVanaf = synchronisatie.Pauze?.Tot > nu ? synchronisatie.Pauze.Vanaf : null,
            PauzeTot = synchronisatie.Pauze?.Tot > nu ? synchronisatie.Pauze.Tot : null,
            Laatste = [.. laatste.Select(Of)],
            GewoneDuurSeconden = gewoonte is null ? null : Math.Round(gewoonte.Duur.TotalSeconds, 1),
            Versie = synchronisatie.Versie,
        });
    }
}
