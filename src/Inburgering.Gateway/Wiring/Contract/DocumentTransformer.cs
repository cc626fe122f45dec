using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>What the framework leaves out: who we are, where we stand, paths relative to /v1, and the shared parts.</summary>
internal sealed class DocumentTransformer(GatewayOptions gateway) : IOpenApiDocumentTransformer
{
    private const string Prefix = "/v1";
    private const string Voorbeeld = "https://gateway.voorbeeld.example";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var adres = gateway.PubliekeUrl is { } eigen && eigen.StartsWith("https://", StringComparison.Ordinal) ? eigen : Voorbeeld;
        document.Info = Info();
        document.Servers = [new OpenApiServer { Url = adres + Prefix, Description = "De gateway" }];
        document.Paths = Relative(document.Paths);
        document.Tags = Tags(document);
        AddShared(document, adres);
        return Task.CompletedTask;
    }

    private static OpenApiInfo Info() => new()
    {
        Title = "Inburgering Gateway",
        Version = ApiVersie.Huidig,
        Description = """
            Gegevens over inburgeraars delen tussen gemeente en ketenpartners (Wet inburgering 2021). U ziet alleen wat u voor uw doel mag zien.
            Wie wat heeft gezien, wordt vastgelegd. Een fout heeft altijd de vorm application/problem+json.
            """,
        Contact = new OpenApiContact { Name = "Team Inburgering Gateway", Email = "gateway@voorbeeld.example", Url = new Uri(Voorbeeld + "/contact") },
        License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
    };

    private static OpenApiPaths Relative(OpenApiPaths paths)
    {
        var relative = new OpenApiPaths();
        foreach (var (path, item) in paths)
        {
            relative.Add(path[Prefix.Length..], item);
        }

        return relative;
    }

    private static HashSet<OpenApiTag> Tags(OpenApiDocument document) =>
        [.. document.Paths.Values.SelectMany(p => p.Operations ?? []).SelectMany(o => o.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Name!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(naam => new OpenApiTag { Name = naam, Description = Beschrijving(naam) })];

    private static string Beschrijving(string tag) => tag switch
    {
        "Dossiers" => "Dossiers zoeken en lezen, zo ver als uw doel reikt.",
        "Register" => "Het register van verwerkingsactiviteiten (AVG artikel 30), voor iedereen.",
        "Opdrachten" => "Wat partners voor een persoon doen, en hoe lang: geven, wijzigen en beëindigen door de gemeente.",
        "Partners" => "De partners van een gemeente.",
        "Toestemmingen" => "Toestemming van een persoon, alleen waar geen publieke taak het delen dekt.",
        RechtenContract.Tag => "Rechten van de betrokkene (AVG): beperking, bezwaar, rectificatie; en de bewaarplicht.",
        "Logboek" => "Het verwerkingslog van de eigen gemeente, voor wie het gebruik controleert.",
        "Afkeuringen" => "Berichten die niet konden worden verwerkt: waarom, wie aan de beurt is, en ze opnieuw verwerken.",
        "Berichten" => "Berichten die partners leveren: aannemen, volgen, en zien wat is afgekeurd.",
        "Caseload" => "Voor wie de gebruikers van een partner werken; vastgelegd door de partner zelf.",
        "Notificaties" => "Notificaties die DUO aflevert, volgens de Notificatie API van DUO.",
        _ => $"Alles over {tag}.",
    };

    private static void AddShared(OpenApiDocument document, string adres)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [SharedParts.VersionHeader] = SharedParts.Version(),
            [SharedParts.DecisionHeader] = SharedParts.Decision(),
        };
        document.Components.Responses = SharedParts.Statuses.ToDictionary(
            SharedParts.ResponseName, s => (IOpenApiResponse)SharedParts.Problem(s, document));
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[SharedParts.ProblemSchema] = SharedParts.ProblemShape();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SharedParts.OAuth2] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Client credentials met private_key_jwt, volgens het Nederlandse OAuth-profiel. Wie met gebruikers werkt, noemt in de assertion met act (RFC 8693) wie vraagt; die bereikt alleen zijn eigen caseload.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri(adres + IdentityPaths.Token),
                        Scopes = Scopes.Alle.ToDictionary(s => s.Key, s => s.Value),
                    },
                },
            },
        };
    }
}
