using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring;

/// <summary>Holds the version a partner says it answers by against the contract of the request: a metric as long as they differ, a warning when it changes.</summary>
internal sealed partial class PartnerVersies(string partner, PartnerMeters meters, ILogger logger)
{
    private const string Geen = "geen", Onleesbaar = "onleesbaar";

    private readonly ConcurrentDictionary<string, string> gezien = new();

    /// <summary>A server error may come from a machine in between: without a version it says nothing about the contract.</summary>
    public void Note(HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (!request.Options.TryGetValue(PartnerRequest.Contract, out var contract))
        {
            return;
        }

        var versie = Versie(answer, contract.Header);
        if (versie == Geen && answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return;
        }

        var vorige = contract.Versie;
        gezien.AddOrUpdate(contract.Naam, versie, (_, was) =>
        {
            vorige = was;
            return versie;
        });
        if (vorige != versie)
        {
            Changed(contract, vorige, versie);
        }
    }

    private void Changed(PartnerContract contract, string vorige, string versie)
    {
        var verschil = (versie == contract.Versie ? 0 : 1) - (vorige == contract.Versie ? 0 : 1);
        meters.Afwijkingen.Add(verschil, new("partner", partner), new("contract", contract.Naam));
        LogVersie(partner, versie, contract.Naam, contract.Versie);
    }

    private static string Versie(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var said)
            ? said.SingleOrDefault(version => Shape().IsMatch(version)) ?? Onleesbaar
            : Geen;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partner {Partner} antwoordt nu met versie {Versie} van {Contract}; wij zijn geschreven voor {Contractversie}.")]
    private partial void LogVersie(string partner, string versie, string contract, string contractversie);

    /// <remarks>Short, and no room for a number of a person: it goes to the diagnostic log.</remarks>
    [GeneratedRegex(@"\A[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
