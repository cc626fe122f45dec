using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>Tests a melding on everything that is known and stores it; nothing is stored of one that breaks a condition.</summary>
internal sealed class Meldinginzending(MeldingStore meldingen, Meldingtoets toets, Meldingontvangers ontvangers, Naslag naslag, Beleid beleid, Verwerking verwerking)
{
    /// <summary>The taak of which an inburgeringsaanbod is the offer.</summary>
    private const string Leerroute = "leerroute";

    /// <summary>Has the receiver's list of instellingen at hand for a kind that names one.</summary>
    public Task VerversAsync(string gemeentecode, Type soort, CancellationToken ct) => soort == typeof(AanbodMelding)
        ? naslag.VerversAsync(gemeentecode, Oin.Parse(beleid.Gemeenten[gemeentecode].Oin), Oin.Parse(beleid.Partners[ontvangers.Of(soort)].Instanties[0].Oin), ct)
        : Task.CompletedTask;

    /// <summary>What the receiver of this kind has about this person, after all that was given before.</summary>
    public Task<Meldingfeiten> BekendAsync(DbTransaction transactie, DossierRef dossier, Type soort, IReadOnlyList<GegevenMelding> eerder, CancellationToken ct) =>
        toets.BekendAsync(transactie, dossier, ontvangers.Of(soort), eerder, Klok.Dag(verwerking.Tijdstip), ct);

    /// <summary>What has to be told, given what the receiver made for the gemeente before.</summary>
    public Task<Melding> FitAsync(DbTransaction transactie, DossierRef dossier, Melding melding, CancellationToken ct) =>
        meldingen.FitAsync(transactie, dossier, ontvangers.Of(melding.GetType()), melding, ct);

    /// <summary>Inside the log writer's transaction.</summary>
    /// <param name="bekend">As <see cref="BekendAsync"/> says.</param>
    /// <param name="intrekkingVan">The melding it takes back; null: none.</param>
    public async Task<Uitkomst<MeldingView>> AddAsync(
        DbTransaction transactie, DossierRef dossier, Granted grant, Melding melding, Meldingfeiten bekend, Guid? intrekkingVan, CancellationToken ct)
    {
        if (melding is AanbodMelding && bekend.Doelgroep is { } doelgroep && !beleid.Biedt(dossier.Gemeentecode, Normalizer.Word(doelgroep), Leerroute))
        {
            return Uitkomst<MeldingView>.Niet(Problems.DoelgroepPastNiet, "doelgroep", [new InvoerFout("Reden doelgroep: een leerroute hoort niet bij het aanbod voor de doelgroep van deze persoon.", Pointer: string.Empty)]);
        }

        var partner = ontvangers.Of(melding.GetType());
        var oordeel = await toets.ToetsAsync(transactie, dossier, partner, melding, bekend, ct);
        if (oordeel.Geschonden is { Count: > 0 } geschonden)
        {
            var fouten = geschonden.Select(g => new InvoerFout($"{g.Detail} ({g.Code}, {g.Bron})", Pointer: g.Pointer)).ToArray();
            return Uitkomst<MeldingView>.Niet(oordeel.InInhoud ? Problems.MeldingOngeldig : Problems.MeldingPastNiet, "voorwaarde", fouten);
        }

        var recht = Uitgaandrecht.Van(beleid, partner);
        var stop = await Stopgronden.ReadAsync(transactie, dossier, verwerking.Tijdstip, ct);
        if (recht is null || recht.Hindert(melding.Gegevens, stop.Beperkt, stop.Bezwaren) is not null)
        {
            return Uitkomst<MeldingView>.Niet(Problems.MeldingTegengehouden, "tegengehouden");
        }

        var gegeven = await meldingen.AddAsync(transactie, dossier, partner, melding, new Afzender(grant.Question.Caller.Id, verwerking.TraceId), intrekkingVan, ct);
        verwerking.Informatie = [$"melding:{gegeven.MeldingId}"];
        return MeldingView.Of(gegeven, oordeel.Opmerkingen);
    }
}
