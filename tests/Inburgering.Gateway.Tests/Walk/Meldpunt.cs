using System.Net;
using System.Text.Json;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A gemeente's own sink: keeps what it is told, and takes it or not.</summary>
internal sealed class Meldpunt : IAsyncDisposable
{
    private readonly HttpListener deur = new();
    private readonly List<JsonElement> ontvangen = [];
    private readonly Task werk;

    public Meldpunt(Uri adres)
    {
        deur.Prefixes.Add(adres.ToString());
        deur.Start();
        werk = ListenAsync();
    }

    /// <summary>What it answers from now on.</summary>
    public HttpStatusCode Antwoord { get; set; } = HttpStatusCode.NoContent;

    /// <summary>In the order in which they came, those that it did not take too.</summary>
    public IReadOnlyList<JsonElement> Ontvangen
    {
        get
        {
            lock (ontvangen)
            {
                return [.. ontvangen];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        deur.Close();
        await werk;
    }

    private async Task ListenAsync()
    {
        while (deur.IsListening)
        {
            try
            {
                var vraag = await deur.GetContextAsync();
                using var bericht = await JsonDocument.ParseAsync(vraag.Request.InputStream);
                lock (ontvangen)
                {
                    ontvangen.Add(bericht.RootElement.Clone());
                }

                vraag.Response.StatusCode = (int)Antwoord;
                vraag.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // closed: the test is over
            }
        }
    }
}
