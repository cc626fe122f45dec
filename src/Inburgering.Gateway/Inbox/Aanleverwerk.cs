using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Inbox;

/// <summary>A message that may come in, with its place in the sender's order.</summary>
internal sealed record Aangeleverd(Bericht Bericht, Partnerbericht Inhoud, Leverrecht Recht, Aanlevermoment Moment)
{
    /// <summary>It opens a dossier or says who a person is, so what others find depends on it: it is applied by itself.</summary>
    public bool Alleen => Inhoud.OpentDossier || Recht.Brengt("IDN");
}

/// <summary>What one transaction makes of the messages it has in hand.</summary>
internal sealed class Aanleverwerk(Dossierstapel stapel, BerichtStore berichten, Zoekbudget budget)
{
    private readonly List<Afsluiting> afsluitingen = [];
    private readonly List<string> missers = [];

    public Dossierstapel Stapel => stapel;

    /// <summary>About whom nothing was applied because there is no dossier for the sender.</summary>
    public List<(Aangeleverd Levering, Persoonsaanduiding Persoon)> Onbekend { get; } = [];

    /// <summary>About somebody who is not the sender's person: it counts as a search in vain, unless we try it again ourselves.</summary>
    public void Mist(Aangeleverd levering, Persoonsaanduiding persoon)
    {
        Onbekend.Add((levering, persoon));
        if (levering is { Recht.Opdracht: not null, Bericht.HerhaaldDoor: null })
        {
            missers.Add(levering.Bericht.ClientId);
        }
    }

    /// <summary>How the work on a message ended.</summary>
    public void Sluit(Aangeleverd levering, Afloop afloop) => afsluitingen.Add(new Afsluiting(levering.Bericht, afloop));

    /// <summary>Writes what was put and closed since the last time.</summary>
    /// <exception cref="IngehaaldException">Another worker has one of the messages.</exception>
    public async Task WriteAsync(CancellationToken ct)
    {
        await stapel.WriteAsync(ct);
        if (afsluitingen.Count > 0)
        {
            await berichten.FinishAsync(stapel.Transactie, stapel.Gemeentecode, afsluitingen, ct);
            afsluitingen.Clear();
        }

        foreach (var misser in missers.GroupBy(clientId => clientId, StringComparer.Ordinal))
        {
            await budget.AddAsync(stapel.Transactie, stapel.Gemeentecode, misser.Key, misser.Count(), ct);
        }

        missers.Clear();
    }
}
