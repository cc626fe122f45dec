using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>From a line of the log to the record of LDV 1.0.0, with the decision of ADL and our own gateway.* beside it.</summary>
/// <remarks>adl.fsc.transaction_id is never there: no listener accepts FSC headers (security 23).</remarks>
internal sealed class LdvVorm(GatewayOptions huis, Beleid beleid)
{
    private const string Taak = "taak";

    /// <param name="persoon">Null: the line speaks of nobody, or of several.</param>
    public ProcessingActivity Of(Logregel regel, Persoon? persoon)
    {
        var begin = regel.Tijdstip.ToUnixTimeMilliseconds();
        return new ProcessingActivity
        {
            TraceId = regel.TraceId,
            SpanId = regel.SpanId,
            Status = regel.Status.ToString(),
            Name = regel.Naam,
            StartTime = begin,
            EndTime = begin + (long)regel.Duur.TotalMilliseconds,
            ParentSpanId = regel.ParentSpanId,
            Resource = new Dictionary<string, string>
            {
                ["service.name"] = "inburgering-gateway",
                ["service.version"] = Door.ApiVersie.Huidig,
                ["deployment.environment"] = huis.Omgeving,
            },
            Attributes = new SortedDictionary<string, object>(
                Ldv(regel, persoon).Concat(Adl(regel)).Concat(Eigen(regel)).Where(a => a.Waarde is not null).ToDictionary(a => a.Naam, a => a.Waarde!), StringComparer.Ordinal),
        };
    }

    private IEnumerable<(string Naam, object? Waarde)> Ldv(Logregel regel, Persoon? persoon)
    {
        yield return ("dpl.core.processing_activity_id", ActiviteitUri(regel.Verwerkingsactiviteit));
        yield return ("dpl.core.data_subject_id", persoon?.Pseudoniem);
        yield return ("dpl.core.data_subject_id_type", persoon?.Type);
        yield return ("dpl.core.foreign_operation.processor", Andere(regel)?.Toepassing);
        yield return ("dpl.read.externalReadAPI_id", IsVraagAanAnder(regel) ? Andere(regel)?.Logboek : null);
    }

    private static IEnumerable<(string Naam, object? Waarde)> Adl(Logregel regel)
    {
        yield return ("adl.core.policies", regel.Beleid is { } hash ? new Dictionary<string, string> { ["gateway"] = hash } : null);
        yield return ("adl.core.information", regel.Informatie?.Split(' '));
    }

    private IEnumerable<(string Naam, object? Waarde)> Eigen(Logregel regel)
    {
        yield return ("gateway.actie", Woord(regel.Actie));
        yield return ("gateway.resultaat", Woord(regel.Resultaat));
        yield return ("gateway.reden", regel.Reden);
        yield return ("gateway.actor_id", regel.Actor);
        yield return ("gateway.rol", regel.Rol);
        yield return ("gateway.client_id", regel.ClientId);
        yield return ("gateway.organisatie", regel.Organisatie);
        yield return ("gateway.partner_oin", beleid.Partners.Values.SelectMany(p => p.Instanties).Any(i => i.Oin == regel.Organisatie) ? regel.Organisatie : null);
        yield return ("gateway.ontvanger", regel.Ontvanger);
        yield return ("gateway.oorsprong", regel.Oorsprong);
        yield return ("gateway.doel", regel.Doel);
        yield return ("gateway.grondslag", regel.Grondslag);
        yield return ("gateway.gegevenscategorieen", List(regel.Geleverd.Where(v => v.Contains('.', StringComparison.Ordinal)).Select(v => v.Split('.')[0]).Distinct()));
        yield return ("gateway.velden_gevraagd", List(regel.Gevraagd));
        yield return ("gateway.velden_geleverd", List(regel.Geleverd));
        yield return ("gateway.aantal", regel.Aantal);
        yield return ("gateway.bericht_id", regel.BerichtId);
        yield return ("gateway.vertrouwelijkheid", Woord(regel.Vertrouwelijkheid));
        yield return ("gateway.bewaartermijn", regel.Bewaartermijn);
    }

    /// <summary>"VA-07-leerroute/1" as the address where the register says what it stands for.</summary>
    private string ActiviteitUri(string activiteit) =>
        activiteit.Split('/') is [var id, var versie] ? $"{huis.BasisUrl}/v1/verwerkingsactiviteiten/{id}/versies/{versie}" : throw new System.Diagnostics.UnreachableException();

    /// <summary>The other application of this act, from our own registration: who called us, or whom a job called.</summary>
    private (string? Toepassing, string? Logboek)? Andere(Logregel regel) => regel switch
    {
        _ when IsVraagAanAnder(regel) => Instanties(i => i.Oin == regel.Ontvanger),
        { ClientId: { } client } => Instanties(i => i.Clients.ContainsValue(client)) ?? Gemeente(client),
        _ => null,
    };

    private (string?, string?)? Instanties(Func<InstantieFile, bool> welke) =>
        beleid.Partners.Values.SelectMany(p => p.Instanties).FirstOrDefault(welke) is { } instantie ? (instantie.Toepassing, instantie.Logboek) : null;

    private (string?, string?)? Gemeente(string client) =>
        beleid.Gemeenten.Values.SelectMany(g => g.Clients).FirstOrDefault(c => c.ClientId == client) is { } eigen ? (eigen.Toepassing, null) : null;

    private static bool IsVraagAanAnder(Logregel regel) => regel is { Rol: Taak, Ontvanger: not null, Actie: Actie.Raadplegen or Actie.Leveren };

    private static string[]? List(IEnumerable<string> namen) => namen.ToArray() is { Length: > 0 } lijst ? lijst : null;

    private static string Woord(Enum waarde) => waarde.ToString().ToLowerInvariant();
}
