using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Sees that the status of an exchange changed to one that asks for a person, or back, and writes down that the gemeente's sink is to be told (ux 5). By the very words the portal shows.</summary>
/// <remarks>What says nothing yet (it runs, was paused or stopped by a person, never ran) is no change: what was told last still holds.</remarks>
internal sealed class NoteerStandwissels(AccessDesk desk, CallerRegister register, Synchronisatieblik blik, StandmeldingStore meldingen, ILogWriter log, Beleid beleid, Uitwisselklok klok)
{
    /// <summary>Name of the job in lines.</summary>
    public const string Actor = "taak-standmelding";

    private const string Beheer = "BEHEER", Activiteit = "VA-16-beheer/1";

    /// <summary>All exchanges of one gemeente.</summary>
    public async Task HandleAsync(string gemeentecode, CancellationToken ct)
    {
        if (desk.AskBeheer(register.Medewerker(Actor, Beheer, gemeentecode)) is not { } vraag)
        {
            return;
        }

        var verteld = await meldingen.LaatsteAsync(gemeentecode, ct);
        foreach (var view in await blik.AlleAsync(vraag, ct))
        {
            var laatst = verteld.GetValueOrDefault(view.SynchronisatieId, LaatstVerteld.Niets);
            if ((view.ActieNodig || view.Status == Standwissel.Goed) && view.Status != laatst.Naar)
            {
                await NoteAsync(gemeentecode, view, laatst, ct);
            }
        }
    }

    private Task NoteAsync(string gemeentecode, SynchronisatieView view, LaatstVerteld laatst, CancellationToken ct) => log.AppendAsync(
        gemeentecode,
        async (transactie, stop) =>
        {
            var wissel = new Standwissel(view.SynchronisatieId, view.Naam, view.Status, view.Stand, view.Laatste.FirstOrDefault(u => u.Status != "overgeslagen")?.UitvoeringId);
            return [Regel(gemeentecode, await meldingen.NoteAsync(transactie, gemeentecode, wissel, laatst, stop))];
        },
        ct);

    /// <param name="meldingId">Null: another machine was first.</param>
    private Logregel Regel(string gemeentecode, Guid? meldingId) => Taaklijn.Of(beleid, gemeentecode, Actor, klok.Zaak, Activiteit, null) with
    {
        Naam = "Standmelding klaargezet",
        Actie = Actie.Beheer,
        Aantal = 0,
        Reden = meldingId is null ? "herhaling" : null,
        Informatie = meldingId is null ? null : $"standmelding:{meldingId}",
    };
}
