using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>Applies records of a message to a dossier, with provenance, inside the log writer's transaction.</summary>
public sealed class DossierNormalization(DossierWriter dossiers)
{
    /// <summary>Stores what is new.</summary>
    /// <param name="recht">What this source may bring in; a record outside it is a fault of configuration.</param>
    /// <param name="records">Canonical records with the moment they were asked for.</param>
    /// <returns>Names of the fields that were stored, "TER.startdatum".</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(
        DbTransaction transactie, DossierRef dossier, Leverrecht recht, Guid berichtId, IReadOnlyList<(object Record, DateTimeOffset GevraagdOp)> records, CancellationToken ct)
    {
        var stapel = dossiers.Stapel(transactie, dossier.Gemeentecode);
        var velden = await ApplyAsync(stapel, dossier, recht, berichtId, records.SelectMany(r => Normalizer.Of(r.Record).Select(deel => (deel, new Aanlevermoment(r.GevraagdOp, null)))), ct);
        await stapel.WriteAsync(ct);
        return velden;
    }

    /// <summary>Puts on the stack what a partner sent: a message that is older in its order changes nothing.</summary>
    /// <param name="gaatVoor">As <see cref="Feit.GaatVoor"/>.</param>
    /// <returns>As above.</returns>
    public static Task<IReadOnlyList<string>> ApplyAsync(
        Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Guid berichtId, Persoonsbericht inhoud, Aanlevermoment moment, bool gaatVoor, CancellationToken ct)
    {
        var nummers = recht.Brengt("IDN") ? Nummers(inhoud.Persoon) : [];
        return ApplyAsync(stapel, dossier, recht, berichtId, nummers.Concat(inhoud.Records.SelectMany(Normalizer.Of)).Select(deel => (deel with { GaatVoor = gaatVoor }, moment)), ct);
    }

    /// <summary>As above, for groups that a rule of their own made of it.</summary>
    internal static Task<IReadOnlyList<string>> ApplyAsync(
        Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Guid berichtId, IEnumerable<Genormaliseerd> delen, Aanlevermoment moment, CancellationToken ct) =>
        ApplyAsync(stapel, dossier, recht, berichtId, delen.Select(deel => (deel, moment)), ct);

    /// <summary>Whether all that is said of this person is what the source may bring in.</summary>
    public static bool Mag(Leverrecht recht, Persoonsbericht inhoud) => inhoud.Records.SelectMany(Normalizer.Of).All(deel => recht.Brengt(deel.Categorie));

    /// <summary>Each number apart: a message that leaves one out takes nothing back.</summary>
    private static IEnumerable<Genormaliseerd> Nummers(Persoonsaanduiding persoon)
    {
        if (persoon.VNummer is { } vNummer)
        {
            yield return new Genormaliseerd("IDN", "vNummer", new JsonObject { ["vNummer"] = vNummer.Reveal() }, new());
        }

        if (persoon.Bsn is { } bsn)
        {
            yield return new Genormaliseerd("IDN", "nummer", new JsonObject { ["bsn"] = bsn.Reveal() }, new());
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(
        Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Guid berichtId, IEnumerable<(Genormaliseerd Deel, Aanlevermoment Moment)> delen, CancellationToken ct)
    {
        var velden = new List<string>();
        foreach (var (deel, moment) in delen)
        {
            recht.Require(deel.Categorie);
            if (deel is { AlleenAlsGevuld: true, Velden.Count: 0 } && !(await stapel.ReadAsync(dossier, deel.Categorie, recht.Bron, ct)).Exists(f => f.Veldgroep == deel.Veldgroep))
            {
                continue;
            }

            var feit = new Feit
            {
                Categorie = deel.Categorie,
                Veldgroep = deel.PerBericht ? $"{deel.Veldgroep}-{berichtId:N}" : deel.Veldgroep,
                Bron = recht.Bron,
                BerichtId = berichtId,
                GevraagdOp = moment.Op,
                Volgorde = moment.Volgorde,
                Velden = deel.IsRegel ? Ondertekend(deel.Velden, recht) : deel.Velden,
                GaatVoor = deel.GaatVoor,
            };
            if (await stapel.PutAsync(dossier, feit, ct))
            {
                velden.AddRange(deel.Velden.Select(v => $"{deel.Categorie}.{v.Key}"));
                await stapel.SetWorkingAsync(dossier, await OwnRouteWinsAsync(stapel.Transactie, dossier, recht, deel.Werk, ct), ct);
            }
        }

        return velden;
    }

    /// <summary>Who reads lines of several sources in one list has to see whose each is.</summary>
    private static JsonObject Ondertekend(JsonObject velden, Leverrecht recht)
    {
        var getekend = velden.DeepClone().AsObject();
        foreach (var regel in getekend.Select(veld => veld.Value).OfType<JsonArray>().SelectMany(lijst => lijst).OfType<JsonObject>())
        {
            regel["bron"] = recht.Bron;
            if (recht.Instellingsnummer is { } nummer)
            {
                regel["instellingsnummer"] = nummer;
            }
        }

        return getekend;
    }

    /// <summary>The PIP is the gemeente's: what a partner holds of it stands beside it and moves nothing (domain c, bronhouder).</summary>
    private static async Task<Werkkolommen> OwnRouteWinsAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Werkkolommen werk, CancellationToken ct) =>
        werk.Leerroute is not null && recht.Bron != EigenGegevens.Bron && (await EigenGegevens.GetAsync(transactie, dossier, "PIP", ct))?["leerroute"] is not null
            ? werk with { Leerroute = null }
            : werk;

    /// <summary>Keeps the number a partner named the person by, when nobody gave it yet: without it nobody can ask or tell that partner anything.</summary>
    /// <returns>As above.</returns>
    public async Task<IReadOnlyList<string>> IdentifyAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Guid berichtId, Bsn bsn, DateTimeOffset gevraagdOp, CancellationToken ct)
    {
        if (await DossierWriter.BsnAsync(transactie, dossier, ct) is not null)
        {
            return [];
        }

        recht.Require("IDN");
        var feit = new Feit
        {
            Categorie = "IDN",
            Veldgroep = "nummer",
            Bron = recht.Bron,
            BerichtId = berichtId,
            GevraagdOp = gevraagdOp,
            Velden = new JsonObject { ["bsn"] = bsn.Reveal() },
        };
        return await dossiers.PutAsync(transactie, dossier, feit, ct) ? ["IDN.bsn"] : [];
    }
}
