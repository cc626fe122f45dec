using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Dossiers of one gemeente that one transaction works on: what is asked of one is read for all of them at once, and what changes is written together.</summary>
/// <remarks>What was put counts at once for who reads here, and stands in the database after <see cref="WriteAsync"/>. A message that comes alone is a stack of one.</remarks>
public sealed class Dossierstapel
{
    private readonly DbTransaction transactie;
    private readonly string gemeentecode;
    private readonly Kluis kluis;
    private readonly TimeProvider zaakklok;
    private readonly Dictionary<Guid, DossierRef> dossiers = [];
    private readonly Dictionary<Guid, List<Feitstand>> feiten = [];
    private readonly HashSet<(Guid DossierId, string Categorie)> gelezen = [];
    private readonly Feitschrijver schrijver;

    internal Dossierstapel(DbTransaction transactie, string gemeentecode, Kluis kluis, TimeProvider zaakklok)
    {
        (this.transactie, this.gemeentecode, this.kluis, this.zaakklok) = (transactie, gemeentecode, kluis, zaakklok);
        schrijver = new Feitschrijver(transactie, gemeentecode);
    }

    /// <summary>The transaction, for what one dossier alone needs; what must be seen there has to be written first.</summary>
    public DbTransaction Transactie => transactie;

    public string Gemeentecode => gemeentecode;

    /// <summary>Takes a dossier that this transaction found or opened.</summary>
    public void Add(DossierRef dossier) => dossiers.TryAdd(dossier.DossierId, dossier);

    /// <summary>Takes these dossiers, each with its key.</summary>
    /// <param name="vast">True: their rows are held until the transaction ends, in one order, so that two who hold some of the same wait for each other and never both.</param>
    /// <exception cref="InvalidOperationException">A key was shredded.</exception>
    internal async Task LoadAsync(IEnumerable<Guid> ids, bool vast, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select d.dossier_id, d.sleutel_id, d.gesloten_op, d.verhuisd_naar, s.inpak_kid, s.ingepakt from dossiers.dossier d
            left join sleutels.sleutel s on s.gemeentecode = d.gemeentecode and s.sleutel_id = d.sleutel_id
            where d.gemeentecode = $1 and d.dossier_id = any($2) order by d.dossier_id {(vast ? "for update of d" : string.Empty)}
            """);
        command.Add([Value(gemeentecode), Value(ids.Distinct().ToArray())]);
        foreach (var dossier in await command.ListAsync(Row, ct))
        {
            Add(dossier);
        }
    }

    /// <summary>One of the dossiers; null: not here.</summary>
    internal DossierRef? Find(Guid dossierId) => dossiers.GetValueOrDefault(dossierId);

    /// <summary>The current facts of a dossier in this category from this source, opened.</summary>
    public async Task<List<Feit>> ReadAsync(DossierRef dossier, string categorie, string feitbron, CancellationToken ct)
    {
        await EnsureAsync(dossier, categorie, ct);
        return [.. Van(dossier).Where(f => f.Feit.Categorie == categorie && f.Feit.Bron == feitbron).Select(f => f.Open(dossier))];
    }

    /// <summary>Keeps one group of fields as a new version, unless it says what we already hold or is older than the current one.</summary>
    /// <remarks>Older by the source's own sequence when both have one, else by when it was asked or sent; unless it <see cref="Feit.GaatVoor"/>.</remarks>
    /// <returns>True when something changed.</returns>
    public async Task<bool> PutAsync(DossierRef dossier, Feit feit, CancellationToken ct)
    {
        await EnsureAsync(dossier, feit.Categorie, ct);
        var groepen = Van(dossier);
        var huidig = groepen.Find(f => f.Is(feit));
        var (inhoud, moment) = (JsonBytes.Of(feit.Velden), Feitstand.Moment(feit.GevraagdOp));
        var hash = kluis.Hash(gemeentecode, "feit", inhoud);
        if (huidig?.Zegt(hash) is true)
        {
            if (huidig.Bevestig(moment, feit))
            {
                schrijver.Bevestigd(huidig);
            }

            return false;
        }

        if (huidig?.IsNieuwer(moment, feit) is true)
        {
            return false;
        }

        var id = Guid.NewGuid();
        var nieuw = new Feitstand(id, (huidig?.Versie ?? 0) + 1, hash, Kluis.Versleutel(dossier.Sleutel, inhoud, Sectie.Soort, gemeentecode, id), feit with { GevraagdOp = moment });
        schrijver.Vervangt(dossier, huidig, nieuw, zaakklok.GetUtcNow());
        groepen.RemoveAll(f => f.Is(feit));
        groepen.Add(nieuw);
        return true;
    }

    /// <summary>Moves the working columns; a null leaves what is there. Without any, the phase follows from what stands in them.</summary>
    public Task SetWorkingAsync(DossierRef dossier, Werkkolommen werk, CancellationToken ct)
    {
        if (werk != Werkkolommen.Geen)
        {
            return DossierWriter.SetWorkingAsync(transactie, dossier, werk, ct);
        }

        schrijver.Volgt(dossier);
        return Task.CompletedTask;
    }

    /// <summary>Writes what was put since the last time.</summary>
    public Task WriteAsync(CancellationToken ct) => schrijver.WriteAsync(ct);

    private List<Feitstand> Van(DossierRef dossier)
    {
        if (!feiten.TryGetValue(dossier.DossierId, out var lijst))
        {
            feiten[dossier.DossierId] = lijst = [];
        }

        return lijst;
    }

    /// <summary>Reads this category of every dossier of which it was not read yet.</summary>
    private async Task EnsureAsync(DossierRef dossier, string categorie, CancellationToken ct)
    {
        Add(dossier);
        if (gelezen.Contains((dossier.DossierId, categorie)))
        {
            return;
        }

        Guid[] nog = [.. dossiers.Keys.Where(id => gelezen.Add((id, categorie)))];
        foreach (var (id, stand) in await Feitlezer.ReadAsync(transactie, gemeentecode, nog, [categorie], ct))
        {
            Van(dossiers[id]).Add(stand);
        }
    }

    private DossierRef Row(Npgsql.NpgsqlDataReader r)
    {
        var sleutelId = r.GetGuid(1);
        return new DossierRef(gemeentecode, r.GetGuid(0), sleutelId, Unwrap(kluis, gemeentecode, sleutelId, r, 4), nieuw: false)
        {
            GeslotenOp = r.Optional<DateTimeOffset>(2),
            VerhuisdNaar = r.OptionalText(3),
        };
    }
}
