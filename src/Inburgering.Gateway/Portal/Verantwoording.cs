using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>What the API's filter does for a page: the log line names the fields of what is about to be shown (security 2).</summary>
internal sealed class Verantwoording(Verwerking verwerking) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Result is PageResult && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ZonderLogregelAttribute>() is null)
        {
            verwerking.Geleverd = context.HandlerInstance is IVerantwoord pagina
                ? pagina.GeleverdeVelden()
                : throw new LogUnavailableException($"{context.HandlerInstance.GetType().Name} does not say which fields it holds.");
        }
    }
}
