using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Dossiers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Makes schemas say what the wire says: requests are closed, times have no zone, a dossier has the categories of the policy.</summary>
internal sealed class SchemaTransformer(BeleidHouder houder) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Format == "time")
        {
            schema.Format = "time-local";
        }

        if (context.ParameterDescription is { Source.Id: "Body" } && schema.Properties is { Count: > 0 })
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        if (context.JsonTypeInfo.Type == typeof(DossierView) && schema.Properties is { } velden)
        {
            velden["gegevens"] = Gegevens();
        }

        return Task.CompletedTask;
    }

    private OpenApiSchema Gegevens() => SharedParts.Object(
        "Per gegevenscategorie de velden die u mag zien. Wat u niet mag zien of wat leeg is, ontbreekt.",
        [],
        [.. houder.Beleid.Gegevens.Categorieen.Select(c => (c.Key, Categorie(c.Value)))]);

    private static OpenApiSchema Categorie(CategorieFile categorie) =>
        SharedParts.Object(categorie.Naam, [], [.. categorie.Velden.Select(v => (v, Veld(v)))]);

    private static OpenApiSchema Veld(string naam) => naam switch
    {
        _ when naam == "dagtekening" || naam.Contains("datum", StringComparison.OrdinalIgnoreCase) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        _ when naam.StartsWith("indicator", StringComparison.Ordinal) => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        _ => new OpenApiSchema(),
    };
}
