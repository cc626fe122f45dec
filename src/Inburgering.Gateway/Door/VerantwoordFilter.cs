using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Door;

/// <summary>Takes the delivered field names from the object about to be serialised; an answer that cannot say them does not leave.</summary>
internal sealed class VerantwoordFilter(Verwerking verwerking) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        if (inner is IValueHttpResult { Value: { } value } && (inner as IStatusCodeHttpResult)?.StatusCode is null or < 400)
        {
            verwerking.Geleverd = value is IVerantwoord verantwoord
                ? verantwoord.GeleverdeVelden()
                : throw new LogUnavailableException($"{value.GetType().Name} does not say which fields it holds.");
        }

        return result;
    }
}
