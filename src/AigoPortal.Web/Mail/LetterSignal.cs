namespace AigoPortal.Web.Mail;

/// <summary>Wakes the sender as soon as a request that wrote a letter is done, instead of at its next look.</summary>
public sealed class LetterSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring()
    {
        if (_bell.CurrentCount == 0)
        {
            _bell.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _bell.WaitAsync(atMost, cancel);

    public void Dispose() => _bell.Dispose();
}
